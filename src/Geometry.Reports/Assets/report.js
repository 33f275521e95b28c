'use strict';
(() => {
  const near = '600px';
  const mostRows = 5000;
  const leastScale = 0.72;

  // Text and lines take the colour of the page, so that a chart is legible on light and dark paper and in print without being drawn again.
  const ink = 'currentColor';
  const config = {
    background: 'transparent',
    axis: { labelColor: ink, titleColor: ink, domainColor: ink, tickColor: ink, gridColor: ink, gridOpacity: 0.1, domainOpacity: 0.4, tickOpacity: 0.4, labelOpacity: 0.85 },
    legend: { labelColor: ink, titleColor: ink },
    header: { labelColor: ink, titleColor: ink },
    title: { color: ink, subtitleColor: ink },
    text: { color: ink },
    view: { stroke: null },
  };

  const specificationOf = chart => JSON.parse(document.getElementById(chart.dataset.specification).textContent);

  const embed = async (chart, specification) => vegaEmbed(chart, structuredClone(specification), {
    mode: 'vega-lite',
    renderer: 'svg',
    ast: true,
    actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
    downloadFileName: chart.dataset.name,
    tooltip: { theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' },
  });

  const drawingOf = chart => chart.querySelector('svg.marks');
  const isTooWide = chart => leastScale * drawingOf(chart).width.baseVal.value > chart.clientWidth;

  const draw = async chart => {
    if (chart.dataset.state) {
      return;
    }
    chart.dataset.state = 'drawing';
    try {
      const specification = specificationOf(chart);
      specification.config = vega.mergeConfig(specification.config, config);
      let view = await embed(chart, specification);
      // On narrow paper panels go below each other as far as need be.
      while (isTooWide(chart) && specification.columns > 1) {
        specification.columns--;
        view.finalize();
        view = await embed(chart, specification);
      }
      // The figure has the name and the text of the chart; its parts would be read out one mark at a time.
      const drawing = drawingOf(chart);
      drawing.setAttribute('aria-hidden', 'true');
      // What is a little too wide is made smaller; what is much too wide would be illegible, and is scrolled.
      drawing.style.minWidth = leastScale * drawing.width.baseVal.value + 'px';
      chart.querySelector('summary')?.setAttribute('aria-label', 'Save the chart');
      chart.dataset.state = 'drawn';
    } catch (error) {
      chart.dataset.state = 'failed';
      const text = document.createElement('p');
      text.className = 'failed';
      text.textContent = 'The chart cannot be drawn: ' + error.message;
      chart.replaceChildren(text);
      console.error(error);
    }
    chart.classList.add('drawn');
  };

  const charts = [...document.querySelectorAll('.chart')];
  const drawAll = () => Promise.all(charts.map(draw));

  // One after the other, so that the first is seen while the next is drawn.
  let turn = Promise.resolve();
  const drawInTurn = chart => {
    turn = turn.then(() => draw(chart)).then(() => new Promise(resolve => { setTimeout(resolve); }));
  };
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries.filter(e => e.isIntersecting)) {
      observer.unobserve(entry.target);
      drawInTurn(entry.target);
    }
  }, { rootMargin: near });
  charts.forEach(chart => observer.observe(chart));

  const openForPrint = () => {
    document.querySelectorAll('details[data-print]').forEach(details => { details.open = true; });
    return drawAll();
  };
  addEventListener('beforeprint', openForPrint);
  document.querySelector('#print')?.addEventListener('click', async () => {
    await openForPrint();
    print();
  });

  // What a chart calls the fields of its data: in tooltips, which are about single values, else by its axes and legends.
  const partsOf = part => part === null || typeof part !== 'object' || Object.hasOwn(part, 'values') ? [] : [part, ...Object.values(part).flatMap(partsOf)];
  const titlesOf = part => {
    const parts = partsOf(part), tooltips = parts.flatMap(inner => partsOf(inner.tooltip));
    const titles = {};
    for (const { field, title, axis, legend } of [...tooltips, ...parts]) {
      const name = title || axis?.title || legend?.title;
      if (typeof field === 'string' && typeof name === 'string') {
        titles[field] ??= name;
      }
    }
    return titles;
  };

  const headingOf = title => [title?.text ?? title ?? ''].flat().join(' ');

  // The data of a chart are in its specification: lists of rows in its panels, at any depth.
  const tablesOf = (part, heading = '', above = {}) => {
    if (Array.isArray(part)) {
      return part.flatMap(inner => tablesOf(inner, heading, above));
    }
    if (part === null || typeof part !== 'object') {
      return [];
    }
    const own = Object.hasOwn(part, 'field') ? heading : headingOf(part.title) || heading;
    const rows = part.data?.values;
    const isTable = Array.isArray(rows) && typeof rows[0] === 'object';
    const titles = isTable ? { ...above, ...titlesOf(part) } : above;
    const inner = Object.entries(part).filter(([key]) => key !== 'data').flatMap(([, value]) => tablesOf(value, own, titles));
    return isTable ? [{ heading: own, rows, titles }, ...inner] : inner;
  };

  const cell = (row, value) => {
    const td = row.insertCell();
    if (typeof value === 'number') {
      td.className = 'number';
      td.textContent = String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
    } else {
      td.textContent = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
  };

  const tableOf = ({ heading, rows, titles }) => {
    // A field that stands for two things, such as the place on an axis and a colour, is one column.
    const fields = [...new Set(rows.slice(0, mostRows).flatMap(row => Object.keys(row)))];
    const isTwin = (a, b) => titles[a] !== undefined && titles[a] === titles[b] && rows.every(row => row[a] === row[b]);
    const names = fields.filter((name, i) => !fields.slice(0, i).some(other => isTwin(name, other)));
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    for (const name of names) {
      const th = document.createElement('th');
      th.scope = 'col';
      th.textContent = titles[name] ?? name;
      if (rows.some(row => typeof row[name] === 'number')) {
        th.className = 'number';
      }
      head.append(th);
    }
    const body = table.createTBody();
    for (const values of rows.slice(0, mostRows)) {
      const row = body.insertRow();
      names.forEach(name => cell(row, values[name]));
    }
    const caption = [heading, rows.length > mostRows ? `the first ${mostRows} of ${rows.length} rows` : ''].filter(Boolean).join(': ');
    if (caption) {
      table.createCaption().textContent = caption;
    }
    return table;
  };

  for (const details of document.querySelectorAll('details.data')) {
    details.addEventListener('toggle', () => {
      if (details.querySelector('table')) {
        return;
      }
      const chart = document.getElementById(details.dataset.chart);
      for (const data of tablesOf(specificationOf(chart))) {
        const scroll = document.createElement('div');
        scroll.className = 'scroll tall';
        scroll.tabIndex = 0;
        scroll.append(tableOf(data));
        details.append(scroll);
      }
    });
  }

  // Headers of static tables sort their rows; numbers by their size, all else by its text.
  const keyOf = (row, column) => {
    const text = row.cells[column]?.dataset.value ?? row.cells[column]?.textContent ?? '';
    return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
  };
  const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b
    : typeof a === 'number' ? -1 : typeof b === 'number' ? 1 : a.localeCompare(b, 'en', { numeric: true });
  const sortBy = th => {
    const up = th.getAttribute('aria-sort') !== 'ascending';
    th.parentElement.querySelectorAll('[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    th.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const body = th.closest('table').tBodies[0];
    const sorted = [...body.rows].map(row => [keyOf(row, th.cellIndex), row]).sort(([a], [b]) => up ? compare(a, b) : compare(b, a));
    body.append(...sorted.map(([, row]) => row));
  };
  for (const th of document.querySelectorAll('table.sortable thead th')) {
    // No button element: browsers leave those out of headers that they repeat on the next sheet of paper.
    const button = document.createElement('span');
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    button.append(...th.childNodes);
    th.append(button);
    button.addEventListener('click', () => sortBy(th));
    button.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        sortBy(th);
      }
    });
  }

  // The table of contents follows the reader.
  const links = new Map([...document.querySelectorAll('nav a')].map(a => [a.hash.slice(1), a]));
  const follow = new IntersectionObserver(() => {
    const passed = [...links.keys()].filter(id => document.getElementById(id)?.getBoundingClientRect().top < innerHeight * 0.3);
    links.forEach((a, id) => id === passed.at(-1) ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current'));
  }, { rootMargin: '0px 0px -70% 0px' });
  links.forEach((_, id) => {
    const target = document.getElementById(id);
    if (target) {
      follow.observe(target);
    }
  });
})();
