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
