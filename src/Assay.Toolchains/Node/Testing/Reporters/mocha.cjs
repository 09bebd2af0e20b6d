"use strict";
// Mocha ends at the first file that does not load. Here such a file becomes a failed test, and the others still run.
const fs = require("node:fs");
const path = require("node:path");

const loaded = name => Object.keys(require.cache).filter(key => name.test(key)).map(key => require.cache[key].exports);
const [Mocha] = loaded(/[\\/]mocha[\\/]lib[\\/]mocha\.c?js$/);
let loading = null;
if (Mocha) {
  for (const name of ["loadFilesAsync", "loadFiles"]) {
    const original = Mocha.prototype[name];
    Mocha.prototype[name] = function (...given) {
      loading = this;
      return original.apply(this, given);
    };
  }
  for (const utils of loaded(/[\\/]mocha[\\/]lib[\\/](nodejs[\\/])?esm-utils\.c?js$/)) {
    const original = utils.requireOrImport;
    utils.requireOrImport = async (file, ...rest) => {
      try {
        return await original(file, ...rest);
      } catch (error) {
        if (!loading || !loading.files.includes(file)) throw error;
        const test = new Mocha.Test(file, () => { throw error; });
        test.file = file;
        loading.suite.addTest(test);
      }
    };
  }
}

module.exports = class {
  constructor(runner, options) {
    const files = new Map();
    const told = (test, status, error) => {
      const titles = [];
      for (let suite = test.parent; suite; suite = suite.parent) if (suite.title) titles.unshift(suite.title);
      const name = test.file ?? test.parent?.file ?? "";
      if (!files.has(name)) files.set(name, { name, status: "passed", message: "", assertionResults: [] });
      const of = files.get(name);
      if (status === "failed") of.status = "failed";
      of.assertionResults.push({ ancestorTitles: titles, title: test.title, status, failureMessages: error ? [text(error)] : [] });
    };
    const text = error => {
      const stack = String(error?.stack ?? error?.message ?? error);
      const message = String(error?.message ?? "");
      const whole = stack.includes(message) ? stack : `${error?.name ?? "Error"}: ${message}\n${stack}`;
      return error?.expected === undefined && error?.actual === undefined ? whole : `${whole}\nexpected: ${shown(error.expected)}\nactual: ${shown(error.actual)}`;
    };
    const shown = value => require("node:util").inspect(value, { depth: 3 });
    runner.on("pass", test => told(test, "passed"));
    runner.on("pending", test => told(test, "pending"));
    runner.on("fail", (test, error) => told(test, "failed", error));
    runner.once("end", () => fs.writeFileSync(path.resolve(options.reporterOptions.output), JSON.stringify({ testResults: [...files.values()] })));
  }
};
