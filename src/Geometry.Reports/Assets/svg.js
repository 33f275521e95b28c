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

// Without a canvas vega takes every letter for a wide one, and leaves room for titles that they do not need. These are the widths of the wider ones of common fonts, in ems.
const widths = [[/[ijlI.,:;'|!]/, 0.32], [/[frt()\[\]\/ -]/, 0.4], [/[mwMW%]/, 0.92], [/[A-Z]/, 0.72]];
vega.textMetrics.width = (item, text) => {
  const size = item.fontSize ?? 11, isBold = item.fontWeight === 'bold' || item.fontWeight >= 600;
  const ems = [...String(text ?? '')].reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.63), 0);
  return ems * size * (isBold ? 1.14 : 1);
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
