'use strict';
// Reads { scripts: [text], charts: [{ id, specification }] } from the standard input, and writes { charts: [{ id, svg }] } or { error, id }.
const fs = require('fs');
const vm = require('vm');
const input = JSON.parse(fs.readFileSync(0, 'utf8'));
for (const script of input.scripts) {
  // Without the names of modules the scripts set globals, as in a browser.
  vm.compileFunction(script, ['module', 'exports', 'require', 'define'])();
}
const { vega, vegaLite } = globalThis;

// Without a browser nobody measures text, and the usual guess, 0.8 of the size a character, leaves wide gaps. These are the widths of sans-serif
// fonts by kinds of characters, a little on the wide side.
const widths = [[/[iIjl.,:;'|!]/, 0.34], [/[ frt()[\]{}\-/*"]/, 0.42], [/[mwMW%@\u2212+=<>~\u00b1]/, 0.86], [/[A-Z]/, 0.72], [/./su, 0.57]];
vega.textMetrics.width = (item, text) => {
  const line = String(text ?? item.text ?? '');
  const bold = item.fontWeight === 'bold' || item.fontWeight >= 600 ? 1.17 : 1;
  return bold * (item.fontSize ?? 11) * [...line].reduce((sum, character) => sum + widths.find(([kind]) => kind.test(character))[1], 0);
};

const refuse = async uri => { throw new Error('a chart has its data with it; it names ' + uri); };
(async () => {
  const charts = [];
  for (const { id, specification } of input.charts) {
    try {
      const compiled = vegaLite.compile(specification, { config: input.config, logger: vega.logger(vega.Error) }).spec;
      const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse } });
      charts.push({ id, svg: await view.toSVG() });
      view.finalize();
    } catch (error) {
      process.stdout.write(JSON.stringify({ id, error: error.message }));
      return;
    }
  }
  process.stdout.write(JSON.stringify({ charts }));
})();
