using Assay.Core.Changes;
using Assay.Core.Globs;

namespace Assay.Core.Rules;

/// <summary>
/// Files that are rules by what they are: CI, run settings, linter and compiler configuration, attributes. Whether an edit to them loosens or tightens
/// cannot be told, so any edit counts.
/// </summary>
internal static class RuleFiles
{
    private static readonly (string What, GlobSet Globs)[] Known =
    [
        ("CI", new([".github/workflows/**", ".github/actions/**", ".gitlab-ci.yml", ".ci/**", "**/azure-pipelines*.{yml,yaml}", ".gitlab/**", ".travis.yml", ".drone.yml", "**/Jenkinsfile*", ".circleci/**", "bitbucket-pipelines.yml"])),
        ("build recipes", new(["**/{Makefile,makefile,GNUmakefile}", "**/{justfile,Justfile,.justfile}"])),
        ("code owners", new(["**/CODEOWNERS"])),
        ("submodules", new([".gitmodules"])),
        ("git attributes", new(["**/.gitattributes"])),
        ("what git ignores", new(["**/.gitignore"])),
        ("test and coverage settings", new([
            "**/*.runsettings", "**/coverlet*.json", "**/xunit.runner.json", "**/testconfig.json", "**/testenvironments.json", "**/.nycrc*", "**/.c8rc*",
            "**/vitest.config.*", "**/vitest.workspace.*", "**/vite.config.*", "**/jest.config.*", "**/.mocharc*", "**/.coveragerc", "**/pytest.ini", "**/.pytest.ini", "**/pytest.toml", "**/conftest.py", "**/ava.config.*", "**/.taprc", "**/tox.ini", "**/setup.cfg"])),
        ("compiler and linter settings", new([
            "**/.editorconfig", "**/.globalconfig", "**/*.globalconfig", "**/*.ruleset", "**/stylecop.json", "**/Directory.Build.*", "**/Directory.Solution.*", "**/*.rsp", "**/*.targets", "**/*.props",
            "**/tsconfig*.json", "**/jsconfig*.json", "**/.eslintrc*", "**/eslint.config.*", "**/.eslintignore", "**/biome.json*", "**/.prettierrc*", "**/mypy.ini", "**/.mypy.ini", "**/.flake8", "**/.pylintrc", "**/pyrightconfig.json", "**/.babelrc*", "**/babel.config.*", "**/.swcrc", "**/.oxlintrc*", "**/ruff.toml", "**/.ruff.toml",
            "**/GlobalSuppressions.cs", "**/global.json", "**/nuget.config", "**/NuGet.Config", "**/NuGet.config", "**/.npmrc", "**/.pnpmfile.cjs"])),
        ("scanner settings", new(["**/.secretlintrc*", "**/.secretlintignore", "**/.gitleaks.toml", "**/.gitleaksignore"])),
    ];

    private static readonly GlobSet Versions = new(["**/Directory.Packages.props"]);

    public static IEnumerable<Weakening> In(Change change)
    {
        foreach (var file in change.Files)
        {
            foreach (var path in file.OldPath is null ? [file.Path] : new[] { file.Path, file.OldPath })
            {
                if (Versions.IsMatch(path) || Known.FirstOrDefault(known => known.Globs.IsMatch(path)) is not { What: { } what }) continue;
                yield return new Weakening(WeakeningSource.Rule, $"edits {what}; whether that loosens them cannot be told", new Location(path));
                break;
            }
        }
    }
}
