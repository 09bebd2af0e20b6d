using System.Diagnostics;

namespace Assay.EndToEnd.Support;

/// <summary>A small Node repository with a change on a branch, and a place of its own for what a proof puts beside repositories: what it leaves there is nobody else's.</summary>
internal sealed class ProofProject : IDisposable
{
    private readonly string beside = Directory.CreateTempSubdirectory("assay-e2e-proofs-").FullName;

    private ProofProject(Repository repository)
    {
        Repository = repository;
        Variables = new() { ["XDG_CACHE_HOME"] = Path.Combine(beside, "cache"), ["TMPDIR"] = Directory.CreateDirectory(Path.Combine(beside, "tmp")).FullName };
    }

    public Repository Repository { get; }

    /// <summary>What a run of Assay has to be started with.</summary>
    public Dictionary<string, string> Variables { get; }

    /// <summary>What lies where private clones and scratch objects are made; empty after a run that ended by itself.</summary>
    public string[] Leftovers => [.. Below("cache/assay/proofs"), .. Below("tmp").Where(entry => Path.GetFileName(entry).StartsWith("assay", StringComparison.Ordinal)
        && !(Directory.Exists(entry) && !Directory.EnumerateFileSystemEntries(entry).Any()))];

    /// <summary>The adder on main, and a clean branch that has nothing yet.</summary>
    public static ProofProject OnBranch()
    {
        var project = new ProofProject(NodeProject.Create());
        project.Repository.Git("checkout", "-q", "-b", "feature");
        return project;
    }

    /// <summary>A branch that subtracts, with a test of it.</summary>
    public static ProofProject Proven()
    {
        var project = OnBranch();
        project.Repository.Write("src/subtract.js", "export function subtract(a, b) {\n  return a - b;\n}\n");
        project.AddTest("subtract", "subtracts", "subtract(3, 2)", "1");
        project.Repository.Commit("subtracts");
        return project;
    }

    public void AddTest(string module, string name, string expression, string expected) => Repository.Write($"test/{name}.test.js", $$"""
        import { test } from "node:test";
        import assert from "node:assert";
        import { {{module}} } from "../src/{{module}}.js";

        test("{{name}}", () => assert.equal({{expression}}, {{expected}}));

        """);

    public AssayRun Assay(params string[] arguments) => AssayProcess.Run(Repository.Root, Variables, arguments);

    public Process Start(params string[] arguments) => AssayProcess.Start(Repository.Root, Variables, arguments);

    public void Dispose()
    {
        Repository.Dispose();
        Directory.Delete(beside, recursive: true);
    }

    private string[] Below(string folder) => Path.Combine(beside, folder) is var path && Directory.Exists(path) ? Directory.GetFileSystemEntries(path) : [];
}
