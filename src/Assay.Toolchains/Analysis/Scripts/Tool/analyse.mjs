// Analyses the files of a list with rules about security, and writes what they say as JSON.
//   node analyse.mjs LIST ROOT OUT
// LIST holds paths relative to ROOT, each ended by a NUL. No configuration, ignore file or comment of the project is heard.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Linter } from "eslint";
import parser from "@typescript-eslint/parser";
import security from "eslint-plugin-security";
import unsanitized from "eslint-plugin-no-unsanitized";
import { rules as own } from "./rules.mjs";

const [, , list, root, out] = process.argv;
const plugins = { assay: { rules: own }, security, "no-unsanitized": unsanitized };
const rules = Object.fromEntries(Object.entries(plugins).flatMap(([prefix, plugin]) => Object.keys(plugin.rules).map((name) => [`${prefix}/${name}`, "error"])));
const linter = new Linter({ configType: "flat" });
const results = [];
const failed = [];

const files = (await readFile(list, "utf8")).split("\0").filter((name) => name.length > 0);
for (const file of files) {
  const bytes = await readFile(path.join(root, file));
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString("utf16le") : bytes.toString("utf8");
  if (/\.(vue|svelte)$/i.test(file)) {
    markup(file, text);
    for (const script of scripts(text)) check(file, script.text, `.${script.type}`);
  } else {
    check(file, text, path.extname(file).toLowerCase());
  }
}

await writeFile(out, JSON.stringify({ files: files.length, results, failed }));
console.log(`${files.length} files analysed, ${results.length} results`);

function check(file, text, type) {
  // The name says only how to read it: by its own name, ESLint would leave out node_modules.
  // TypeScript with markup has a grammar of its own: read as JavaScript, its type arguments are mistakes.
  const filename = /tsx?$/.test(type) ? `source${type}` : "source.jsx";
  const config = [{ files: ["**/source.*"], plugins, rules, languageOptions: { parser, sourceType: "module", parserOptions: { ecmaFeatures: { jsx: type !== ".ts" && type !== ".mts" && type !== ".cts" } } } }];
  for (const message of linter.verify(text, config, { filename, allowInlineConfig: false, reportUnusedDisableDirectives: false })) {
    if (message.fatal || !message.ruleId) failed.push({ file, line: message.line ?? 1, message: message.message });
    else results.push({ file, line: message.line, endLine: message.endLine ?? message.line, rule: message.ruleId, message: message.message });
  }
}

// Scripts of a component file, with what surrounds them blanked so that places stay the same.
function scripts(text) {
  return [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)].map((match) => {
    const start = match.index + match[0].indexOf(">") + 1;
    return { text: text.slice(0, start).replace(/[^\n]/g, " ") + match[2], type: /\blang\s*=\s*["']?(tsx?)\b/i.exec(match[1])?.[1].toLowerCase() ?? "js" };
  });
}

function markup(file, text) {
  for (const match of text.matchAll(/\bv-html\b|\{@html\b/g)) {
    const line = text.slice(0, match.index).split("\n").length;
    results.push({ file, line, endLine: line, rule: "assay/raw-html", message: "values go into markup without encoding" });
  }
}
