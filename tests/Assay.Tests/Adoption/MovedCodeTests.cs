using Assay.Core.Adoption;
using Assay.Core.Changes;
using Assay.Tests.Support;

namespace Assay.Tests.Adoption;

/// <summary>What counts as the same function elsewhere, language by language.</summary>
public sealed class MovedCodeTests
{
    /// <summary>Catches a language whose functions cannot be told from what is around them.</summary>
    [Theory]
    [InlineData("a.cs", "class A\n{\n    public int Of(int a)\n    {\n        return a * 2;\n    }\n}\n", "class B\n{\n\n        public int Of(int a)\n        {\n            return a  *  2;\n        }\n}\n", 5, 6)]
    [InlineData("a.ts", "const one = 1;\nexport function of(a: number) {\n  return a * 2;\n}\n", "const two = 2;\n\nexport function of(a: number) {\n    return a * 2;\n}\n", 3, 4)]
    [InlineData("a.py", "ONE = 1\n\ndef of(a):\n    if a:\n        return 2\n    return a\n", "TWO = 2\n\nclass B:\n    def of(a):\n        if a:\n            return 2\n        return a\n", 5, 6)]
    [InlineData("A.java", "class A {\n  int of(int a) {\n    return a * 2;\n  }\n}\n", "class B {\n\n  int of(int a) {\n      return a * 2;\n  }\n}\n", 3, 4)]
    public void A_function_that_went_elsewhere_as_it_was(string path, string before, string after, int was, int now) =>
        Assert.Equal((path, was), Origin(path, before, after, now));

    /// <summary>Catches an edit that looks like a move: another signature, another order, another block.</summary>
    [Theory]
    [InlineData("a.cs", "class A\n{\n    public int Of(int a)\n    {\n        return a * 2;\n    }\n}\n", "class B\n{\n    public int To(int a)\n    {\n        return a * 2;\n    }\n}\n", 5)]
    [InlineData("a.cs", "class A\n{\n    public int Of(int a)\n    {\n#if ONE\n        return a * 2;\n#endif\n    }\n}\n", "class B\n{\n    public int Of(int a)\n    {\n#if TWO\n        return a * 2;\n#endif\n    }\n}\n", 6)]
    [InlineData("a.ts", "const one = 1;\nexport function of(a: string) {\n  const b = a;\n  return b;\n}\n", "const two = 1;\nexport function of(a: string) {\n  return b;\n  const b = a;\n}\n", 3)]
    [InlineData("a.ts", "const one = 1;\nexport function of() {\n  return `a  b`;\n}\n", "const two = 1;\nexport function of() {\n  return `a b`;\n}\n", 3)]
    [InlineData("a.py", "ONE = 1\n\ndef of(a):\n    for b in a:\n        use(b)\n        return 2\n", "TWO = 2\n\ndef of(a):\n    for b in a:\n        use(b)\n    return 2\n", 6)]
    public void An_edit_is_no_move(string path, string before, string after, int line) => Assert.Null(Origin(path, before, after, line));

    /// <summary>Catches a digest that is taken for the text: what is on a line decides.</summary>
    [Theory]
    [InlineData("a.js", "export function of() {\n  return sum;\n}\n", "export function of() {\n  return\u2028sum;\n}\n")]
    [InlineData("a.jsx", "export function Of() {\n  return <p aria-disabled=\"true\"/>;\n}\n", "export function Of() {\n  return <p aria disabled=\"true\"/>;\n}\n")]
    [InlineData("a.js", "export function of() {\n  return `a\n  b`;\n}\n", "export function of() {\n  return `a\nb`;\n}\n")]
    public void Signs_that_are_no_tokens_count(string path, string before, string after) => Assert.Null(Origin(path, before, after, 2));

    /// <summary>Catches one old function that pays for two new ones.</summary>
    [Fact]
    public void Of_two_copies_one_is_what_moved()
    {
        const string function = "export function of(a) {\n  return a * 2;\n}\n";
        var moved = Lineage.Of([Deleted("old.js", function), Added("one.js", function), Added("two.js", function)], new FakeTree(("old.js", function)), new FakeTree(("one.js", function), ("two.js", function)));

        Assert.Equal(("old.js", 2), moved.Origin("one.js", 2));
        Assert.Null(moved.Origin("two.js", 2));
    }

    /// <summary>Everything is replaced, so that only what moved has an origin.</summary>
    private static (string, int)? Origin(string path, string before, string after, int line) => Lineage.Of(
        [new ChangedFile(path, null, ChangeKind.Modified, [new Hunk(1, [.. before.Split('\n')[..^1]], 1, [.. after.Split('\n')[..^1]])])],
        new FakeTree((path, before)), new FakeTree((path, after))).Origin(path, line);

    private static ChangedFile Deleted(string path, string text) => new(path, null, ChangeKind.Deleted, [new Hunk(1, [.. text.Split('\n')[..^1]], 0, [])]);

    private static ChangedFile Added(string path, string text) => new(path, null, ChangeKind.Added, [new Hunk(0, [], 1, [.. text.Split('\n')[..^1]])]);
}
