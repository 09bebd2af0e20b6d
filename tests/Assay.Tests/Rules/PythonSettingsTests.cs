using Assay.Core.Changes;
using Assay.Core.Rules;
using Assay.Tests.Support;

namespace Assay.Tests.Rules;

/// <summary>pyproject.toml holds rules beside dependencies: only the rules count as such.</summary>
public sealed class PythonSettingsTests
{
    private const string Before = "[project]\nname = \"a\"\n\n[tool.coverage.run]\nbranch = true\n";

    [Theory]
    [InlineData("[project]\nname = \"a\"\n\n[tool.coverage.run]\nbranch = true\nomit = [\"hard.py\"]\n", "coverage")]
    [InlineData("[project]\nname = \"a\"\n\n[tool.coverage.run]\nbranch = true\n[tool.pytest.ini_options]\naddopts = \"-k easy\"\n", "pytest")]
    [InlineData("tool.mypy.ignore_errors = true\n[project]\nname = \"a\"\n\n[tool.coverage.run]\nbranch = true\n", "mypy")]
    [InlineData("[project]\nname = \"a\"\n", "coverage")]
    public void An_edit_of_a_tools_settings_is_named(string after, string tool) =>
        Assert.Equal($"edits [tool.{tool}] of pyproject.toml; whether that loosens it cannot be told", Assert.Single(Named(after)).What);

    [Fact]
    public void A_new_dependency_is_no_rule() => Assert.Empty(Named(Before.Replace("name = \"a\"", "name = \"a\"\ndependencies = [\"x\"]", StringComparison.Ordinal)));

    private static IEnumerable<Weakening> Named(string after) => PythonSettings.In(
        Samples.Change(new ChangedFile("pyproject.toml", null, ChangeKind.Modified, [])), new FakeTree(("pyproject.toml", after)), new FakeTree(("pyproject.toml", Before)));
}
