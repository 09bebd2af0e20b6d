namespace Assay.Bench;

/// <summary>A commit of a public repository, and what a proof of it has to say.</summary>
/// <param name="SetUp">What brings a checkout's packages.</param>
/// <param name="Test">Builds and runs all tests.</param>
/// <param name="Tests">Folder of the tests.</param>
internal sealed record ProveCase(string Repository, string Commit, string Expected, string SetUp, string Test, string Tests)
{
    public static IReadOnlyList<ProveCase> All { get; } =
    [
        Ufo("eb29945", "proven"), Ufo("62199a0", "proven"), Ufo("229e83e", "proven"), Ufo("7959de5", "proven"),
        Ufo("9713f2f", "vacuous"), Ufo("3b66d62", "refactoring"), Ufo("d6ce037", "weakened"),
        Markdig("fcbf8170", "proven"), Markdig("58e8217d", "proven"), Markdig("3d699332", "refactoring"),
    ];

    /// <summary>The three states one after another in one clone; where the change has no test file, red is base and is not run twice.</summary>
    public string Plain(string source) => $"""
        rm -rf plain && git clone -q '{source}' plain && cd plain
        each() {'{'} {SetUp}; {Test} || true; {'}'}
        git checkout -q {Commit}^ && each
        if [ -n "$(git diff --name-only {Commit}^ {Commit} -- {Tests})" ]; then
          git diff --binary {Commit}^ {Commit} -- {Tests} | git apply && each
        fi
        git checkout -q -f {Commit} && each
        """;

    private static ProveCase Ufo(string commit, string expected) =>
        new("unjs/ufo", commit, expected, "npx --yes \"$(sed -n 's/.*\"packageManager\": *\"\\(pnpm@[0-9.]*\\).*/\\1/p' package.json)\" install --frozen-lockfile", "npx vitest run --typecheck", "test");

    private static ProveCase Markdig(string commit, string expected) =>
        new("xoofx/markdig", commit, expected, "dotnet restore src/Markdig.Tests", "dotnet test src/Markdig.Tests -f net10.0", "src/Markdig.Tests");
}
