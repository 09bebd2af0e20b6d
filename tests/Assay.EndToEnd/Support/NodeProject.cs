namespace Assay.EndToEnd.Support;

/// <summary>A small Node project tested by <c>node --test</c>; it needs no package, so it is quick.</summary>
internal static class NodeProject
{
    public static Repository Create(string folder = "")
    {
        var repository = Repository.Create();
        repository.Write(folder + "package.json", """
            { "name": "adder", "version": "1.0.0", "type": "module", "exports": "./src/add.js", "scripts": { "test": "node --test" } }
            """);
        repository.Write(folder + "package-lock.json", """
            { "name": "adder", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": { "": { "name": "adder", "version": "1.0.0" } } }
            """);
        repository.Write(folder + "src/add.js", """
            export function add(a, b) {
              if (a > 100) {
                return 100;
              }
              return a + b;
            }
            """);
        repository.Write(folder + "test/add.test.js", """
            import { test } from "node:test";
            import assert from "node:assert";
            import { add } from "../src/add.js";

            test("adds", () => assert.equal(add(1, 2), 3));
            test("stops at a hundred", () => assert.equal(add(101, 2), 100));
            """);
        repository.Write(".gitignore", "node_modules/\n.assay/\n");
        repository.Commit("an adder");
        return repository;
    }
}
