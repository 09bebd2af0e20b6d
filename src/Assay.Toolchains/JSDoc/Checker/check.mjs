// Looks at the JSDoc comments of what the files of a list export, and writes what ESLint found.
//   node check.mjs LIST ROOT OUT
// LIST holds paths relative to ROOT, each ended by a NUL. Every named file is parsed and looked at; no comment, ignore file or
// configuration of the project is heard. OUT gets {"version", "files", "messages": [{file, line, endLine, rule, message, fatal}]}.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Linter } from "eslint";
import jsdoc from "eslint-plugin-jsdoc";
import * as typescript from "@typescript-eslint/parser";

const TYPED = /\.[cm]?tsx?$/i;
const exported = {
  publicOnly: { esm: true, cjs: true, window: false },
  checkConstructors: false,
  checkGetters: true,
  enableFixer: false,
  require: { ArrowFunctionExpression: true, ClassDeclaration: true, ClassExpression: true, FunctionDeclaration: true, FunctionExpression: true, MethodDefinition: true },
  contexts: ["TSInterfaceDeclaration", "TSTypeAliasDeclaration", "TSEnumDeclaration", "TSDeclareFunction"],
};

function config(typed, sourceType, jsx) {
  return {
    files: ["**/*.*"],
    plugins: { jsdoc },
    languageOptions: { ecmaVersion: "latest", sourceType, parserOptions: { ecmaFeatures: { jsx } }, ...(typed ? { parser: typescript } : {}) },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    settings: { jsdoc: { mode: typed ? "typescript" : "permissive", ignoreInternal: false, ignorePrivate: false } },
    rules: {
      "jsdoc/require-jsdoc": ["error", exported],
      "jsdoc/require-param": ["error", { enableFixer: false, checkDestructured: false, checkDestructuredRoots: false, checkConstructors: false }],
      "jsdoc/check-param-names": ["error", { checkDestructured: false }],
      "jsdoc/require-param-description": "error",
    },
  };
}

const [, , list, root, out] = process.argv;
const { dependencies } = JSON.parse(await readFile(path.join(import.meta.dirname, "package.json"), "utf8"));
const linter = new Linter({ configType: "flat", cwd: root });
const files = (await readFile(list, "utf8")).split("\0").filter((name) => name.length > 0);
const messages = [];
for (const file of files) {
  const text = await readFile(path.join(root, file), "utf8");
  const found = verify(file, text);
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  // Without any comment everything that is exported lacks one: so it is known what is exported.
  const api = new Set(verify(file, text.replaceAll("/**", "/*!")).filter((message) => message.ruleId === "jsdoc/require-jsdoc").map((message) => message.line));
  for (const message of found) {
    const parameter = message.ruleId?.includes("param") === true;
    if (!parameter || api.has(describedBy(lines, message.line))) add(file, message);
  }

  lines.forEach((line, index) => {
    if (/^\s*\/\*\*[\s*]*(\*\/\s*)?$/.test(line) && isEmpty(lines, index) && api.has(describedBy(lines, index + 1))) {
      add(file, { line: index + 1, ruleId: "empty", message: "The comment has no word in it." });
    }
  });
}

await writeFile(out, JSON.stringify({ version: dependencies["eslint-plugin-jsdoc"], files: files.length, messages }));
console.log(`${files.length} files, ${messages.length} gaps`);

function add(file, { line, endLine, ruleId, message, fatal }) {
  messages.push({ file, line: line ?? 1, endLine: endLine ?? null, rule: ruleId ?? "", message, fatal: fatal === true });
}

function isEmpty(lines, at) {
  const end = lines.findIndex((line, index) => index >= at && line.includes("*/"));
  return end >= 0 && !/[\p{L}\p{N}@]/u.test(lines.slice(at, end + 1).join("").split("*/")[0]);
}

// The line (from 1) of what the comment around this line stands before.
function describedBy(lines, line) {
  let at = line - 1;
  while (at < lines.length && !lines[at].includes("*/")) at++;
  if (at < lines.length && lines[at].split("*/")[1].trim() !== "") return at + 1;
  do at++; while (at < lines.length && /^\s*($|@|\/\/)/.test(lines[at]));
  return at + 1;
}

// JavaScript says nowhere for sure whether it is a module or a script, or holds JSX: what parses is what it is.
function verify(file, text) {
  const typed = TYPED.test(file);
  const ways = typed
    ? [config(true, "module", /x$/i.test(file))]
    : [config(false, "module", true), config(false, "commonjs", true), config(false, "script", true), config(true, "module", true)];
  let found = [];
  for (const way of ways) {
    found = linter.verify(text, way, { filename: file });
    if (!found.some((message) => message.fatal)) break;
  }

  const ignored = found.find((message) => !message.fatal && !message.ruleId && !(message.line > 0));
  if (ignored) throw new Error(`${file}: ${ignored.message}`);
  return found.filter((message) => message.fatal || message.ruleId); // the rest are directives, which are not heard
}
