// Scans the files of a list and writes SARIF.
//   node scan.mjs LIST ROOT OUT
// LIST holds paths relative to ROOT, each ended by a NUL. Every named file is read, whatever its name, size or encoding, and no comment,
// ignore file or configuration of the project is heard. Secrets are masked before anything is written.
import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { lintSource } from "@secretlint/core";
import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import sarif from "@secretlint/secretlint-formatter-sarif";

const PIECE = 8 * 1024 * 1024;
const OVERLAP = 64 * 1024; // longer than any secret that a rule looks for
const HEARS_COMMENTS = "@secretlint/secretlint-rule-filter-comments"; // a preset's rules cannot be switched off, so they are taken one by one
const config = { rules: rules.filter((rule) => rule.meta.id !== HEARS_COMMENTS).map((rule) => ({ id: rule.meta.id, rule })) };

const [, , list, root, out] = process.argv;
const version = JSON.parse(await readFile(path.join(import.meta.dirname, "package.json"), "utf8")).dependencies["@secretlint/core"];
process.chdir(root);

const files = (await readFile(list, "utf8")).split("\0").filter((name) => name.length > 0);
const results = [];
for (const file of files) {
  const messages = await scan(file);
  if (messages.length > 0) {
    // The formatter takes paths as they are; in SARIF they are URIs.
    const uri = file.split("/").map(encodeURIComponent).join("/");
    results.push({ filePath: path.resolve(uri), sourceContentType: "text", messages });
  }
}

const report = JSON.parse(sarif(results));
report.runs[0].tool.driver.version = version;
report.runs[0].invocations = [{ executionSuccessful: true }];
await writeFile(out, JSON.stringify(report));
console.log(`${files.length} files scanned, ${results.length} with secrets`);

async function scan(file) {
  if ((await stat(file)).size <= PIECE) {
    return find(file, text(await readFile(file)), 0);
  }

  const seen = new Map();
  let held = Buffer.alloc(0);
  let line = 0; // lines before what is held
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) {
    const piece = Buffer.concat([held, chunk]);
    for (const message of await find(file, text(piece), line)) {
      seen.set(`${message.ruleId}:${message.loc.start.line}:${message.loc.start.column}`, message);
    }

    const cut = Math.max(0, piece.length - OVERLAP);
    const start = piece.lastIndexOf(10, cut) + 1 || cut; // at a line's beginning, so that places stay the same in the next piece
    held = piece.length - start > 2 * OVERLAP ? piece.subarray(cut) : piece.subarray(start);
    line += lines(piece.subarray(0, piece.length - held.length));
  }

  return [...seen.values()];
}

function lines(bytes) {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

// Without NULs, UTF-16 reads as ASCII, and what a program holds as text can be found in it.
function text(bytes) {
  return bytes.toString("utf8").replaceAll("\0", "");
}

async function find(file, content, line) {
  const source = { filePath: path.resolve(file), content, ext: path.extname(file), contentType: "text" };
  const { messages } = await lintSource({ source, options: { config, maskSecrets: true } });
  for (const { loc } of messages) {
    loc.start.line += line;
    loc.end.line += line;
  }

  return messages;
}
