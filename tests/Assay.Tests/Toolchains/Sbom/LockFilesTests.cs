using System.Text;
using Assay.Core.Components;
using Assay.Toolchains.Sbom;

namespace Assay.Tests.Toolchains.Sbom;

/// <summary>Lock files as the tools write them, shortened.</summary>
public sealed class LockFilesTests
{
    private const string Manifest = """{ "dependencies": { "left": "^1.0.0" }, "devDependencies": { "test": "2" } }""";

    private const string Npm =
        """
        { "name": "x", "lockfileVersion": 3, "requires": true, "packages": {
            "": { "dependencies": { "left": "^1.0.0" }, "devDependencies": { "test": "2" } },
            "node_modules/left": { "version": "1.2.3", "integrity": "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==" },
            "node_modules/left/node_modules/@s/inner": { "version": "0.1.0" },
            "node_modules/test": { "version": "2.0.0", "dev": true },
            "node_modules/alias": { "name": "real", "version": "3.0.0" },
            "node_modules/own": { "resolved": "packages/own", "link": true },
            "packages/own": { "version": "1.0.0" } } }
        """;

    [Fact]
    public void Npm_packages_are_listed_with_hash_and_use_and_workspaces_are_not()
    {
        var contents = NodeLock.Read(FolderTree.Of(("package.json", Manifest), ("package-lock.json", Npm)), Root);
        Assert.Empty(contents.Problems);
        Assert.Equal(["left 1.2.3 False", "@s/inner 0.1.0 False", "test 2.0.0 True", "real 3.0.0 False"], Shown(contents));
        Assert.StartsWith("cf83e1357eefb8bd", contents.Packages[0].Sha512, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"lockfileVersion\": 3", "\"lockfileVersion\": 1")]
    [InlineData("\"left\": \"^1.0.0\"", "\"left\": \"^0.9.0\"")]
    [InlineData("\"version\": \"1.2.3\",", "")]
    [InlineData("\"packages\"", "\"none\"")]
    [InlineData("} } }", "}")]
    public void An_npm_lock_file_that_does_not_say_all_is_a_problem(string old, string replacement)
    {
        var contents = NodeLock.Read(FolderTree.Of(("package.json", Manifest), ("package-lock.json", Npm.Replace(old, replacement, StringComparison.Ordinal))), Root);
        Assert.Single(contents.Problems);
        Assert.Empty(contents.Packages);
    }

    [Fact]
    public void Declared_packages_without_a_lock_file_are_a_problem_and_none_declared_are_not()
    {
        Assert.Contains("no lock file", Assert.Single(NodeLock.Read(FolderTree.Of(("package.json", Manifest)), Root).Problems).What, StringComparison.Ordinal);
        Assert.Empty(NodeLock.Read(FolderTree.Of(("package.json", "{}")), Root).Problems);
    }

    [Theory]
    [InlineData("lockfileVersion: '9.0'\n\nimporters:\n  .:\n    dependencies:\n      left:\n        version: 1.2.3\n\npackages:\n\n  '@s/inner@0.1.0':\n    resolution: {integrity: sha512-x}\n\n  left@1.2.3:\n    resolution: {integrity: sha512-x}\n\nsnapshots:\n\n  left@1.2.3: {}\n", "@s/inner 0.1.0 False, left 1.2.3 False")]
    [InlineData("lockfileVersion: '6.0'\n\npackages:\n\n  /@s/inner@0.1.0(left@1.2.3):\n    resolution: {integrity: sha512-x}\n    dev: true\n\n  /left@1.2.3:\n    dev: false\n", "@s/inner 0.1.0 True, left 1.2.3 False")]
    public void Pnpm_packages_are_listed(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Shown(NodeLock.Read(FolderTree.Of(("package.json", Manifest), ("pnpm-lock.yaml", text)), Root))));

    [Fact]
    public void A_pnpm_lock_file_of_another_version_is_a_problem() =>
        Assert.Single(PnpmLock.Read("lockfileVersion: 5.4\npackages:\n  /left/1.2.3:\n    dev: false\n"u8.ToArray(), "pnpm-lock.yaml").Problems);

    [Theory]
    [InlineData("# yarn lockfile v1\n\n\n\"@s/inner@^0.1.0\", \"@s/inner@~0.1.0\":\n  version \"0.1.0\"\n  resolved \"x\"\n  integrity sha512-x\n  dependencies:\n    left \"^1.0.0\"\n\nalias@npm:real@^3.0.0:\n  version \"3.0.0\"\n\nleft@^1.0.0:\n  version \"1.2.3\"\n", "@s/inner 0.1.0 False, real 3.0.0 False, left 1.2.3 False")]
    [InlineData("__metadata:\n  version: 8\n\n\"left@npm:^1.0.0\":\n  version: 1.2.3\n  resolution: \"left@npm:1.2.3\"\n  checksum: x\n\n\"own@workspace:.\":\n  version: 0.0.0-use.local\n  resolution: \"own@workspace:.\"\n", "left 1.2.3 False")]
    public void Yarn_packages_are_listed(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Shown(NodeLock.Read(FolderTree.Of(("package.json", Manifest), ("yarn.lock", text)), Root))));

    [Theory]
    [InlineData("uv.lock", "version = 1\n\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\nsource = { virtual = \".\" }\n\n[[package]]\nname = \"urllib3\"\nversion = \"1.24\"\nsource = { registry = \"x\" }\n", "urllib3 1.24 False")]
    [InlineData("poetry.lock", "[[package]]\nname = \"urllib3\"\nversion = \"1.24\"\n\n[package.extras]\nx = []\n\n[metadata]\nlock-version = \"2.0\"\n", "urllib3 1.24 False")]
    [InlineData("requirements.txt", "# by uv\n--index-url https://x\nurllib3[socks]==1.24 ; python_version > '3' \\\n    --hash=sha256:aa\n\nidna==3.7  # via x\n", "urllib3 1.24 False, idna 3.7 False")]
    [InlineData("requirements-dev.txt", "pytest==8.0\n", "pytest 8.0 True")]
    public void Python_packages_are_listed(string path, string text, string expected)
    {
        var contents = PythonLock.Read(FolderTree.Of((path, text)), App);
        Assert.Empty(contents.Problems);
        Assert.Equal(expected, string.Join(", ", Shown(contents)));
    }

    [Theory]
    [InlineData("requirements.txt", "urllib3>=1.24\n")]
    [InlineData("requirements.txt", "urllib3==1.*\n")]
    [InlineData("requirements.txt", "-r other.txt\n")]
    [InlineData("requirements.txt", "git+https://example.org/x\n")]
    [InlineData("pyproject.toml", "[project]\ndependencies = [\"urllib3\"]\n")]
    [InlineData("uv.lock", "[[package]]\nname = \"urllib3\"\n")]
    public void Python_packages_without_a_version_are_a_problem(string path, string text) => Assert.Single(PythonLock.Read(FolderTree.Of((path, text)), App).Problems);

    [Theory]
    [InlineData("package-lock.json", Npm)]
    [InlineData("pnpm-lock.yaml", "lockfileVersion: '9.0'\npackages:\n\n  '@s/inner@0.1.0':\n    resolution: {integrity: sha512-x}\n")]
    [InlineData("yarn.lock", "\"@s/inner@^0.1.0\":\n  version \"0.1.0\"\n  resolution: \"left@npm:1.2.3\"\n")]
    [InlineData("uv.lock", "[[package]]\nname = \"urllib3\"\nversion = \"1.24\"\n")]
    [InlineData("requirements.txt", "urllib3[socks]==1.24 ; x \\\n  --hash=a\n")]
    public void A_lock_file_that_is_cut_off_or_mutated_anywhere_never_throws(string path, string text)
    {
        var random = new Random(2026);
        var good = Encoding.UTF8.GetBytes(text);
        for (var round = 0; round < good.Length + 1500; round++)
        {
            var bad = round < good.Length ? good[..round] : (byte[])good.Clone();
            for (var edit = round < good.Length ? 0 : 3; edit > 0; edit--) bad[random.Next(bad.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : good[random.Next(good.Length)];
            var tree = new FolderTree(new Dictionary<string, byte[]> { ["package.json"] = Encoding.UTF8.GetBytes(Manifest), [path] = bad });
            Assert.NotNull(NodeLock.Read(tree, Root));
            Assert.NotNull(PythonLock.Read(tree, App));
        }
    }

    private static readonly ToolchainRoot Root = new("node", "", "package.json");

    private static readonly Component App = new("app", "", null, null, [], "sha256:x");

    private static IEnumerable<string> Shown(BillContents contents) => contents.Packages.Select(package => $"{package.Name} {package.Version} {package.Development}");
}
