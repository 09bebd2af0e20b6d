// Node's own JUnit reporter says neither in which file a test stands nor why a file did not load; this one says both.
import { isAbsolute, resolve } from "node:path";
import { inspect } from "node:util";

export default async function* report(events) {
  const files = new Map();
  const printed = new Map();
  const open = [];
  const of = name => files.get(name) ?? files.set(name, { name, status: "passed", message: "", assertionResults: [] }).get(name);
  const where = data => data.file ?? open[0]?.file ?? "";
  for await (const { type, data } of events) {
    if (type === "test:start") {
      open.length = data.nesting;
      open.push(data);
    } else if (type === "test:stderr" || type === "test:stdout") {
      const name = resolve(data.file);
      printed.set(name, ((printed.get(name) ?? "") + data.message).slice(-20_000));
    } else if (type === "test:pass" || type === "test:fail") {
      const ancestors = open.slice(0, data.nesting).map(start => start.name);
      const path = isAbsolute(data.name) ? data.name : resolve(data.name);
      const suite = data.details?.type === "suite";
      const error = data.details?.error;
      if (data.nesting === 0 && data.file !== undefined && path === resolve(data.file)) {
        // Told of a file only where it broke by itself: it did not load, or its process ended before its tests did.
        if (type === "test:pass") continue;
        of(path).status = "failed";
        of(path).assertionResults.push({ ancestorTitles: [], title: path, status: "failed", failureMessages: [`${printed.get(path) ?? ""}\n${text(error)}`.trim()] });
        continue;
      }
      // A suite fails with its tests; it counts only where it failed by itself.
      if (suite && (type === "test:pass" || error?.failureType === "subtestsFailed")) continue;
      const status = data.skip !== undefined && data.skip !== false ? "pending" : data.todo !== undefined && data.todo !== false ? "todo" : type === "test:fail" ? "failed" : "passed";
      const file = of(where(data));
      if (status === "failed") file.status = "failed";
      file.assertionResults.push({ ancestorTitles: ancestors, title: data.name, status, failureMessages: status === "failed" ? [text(error)] : [] });
    }
  }
  yield JSON.stringify({ testResults: [...files.values()] });
}

function text(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? inspect(cause) : String(cause?.stack ?? cause?.message ?? cause ?? "failed");
}
