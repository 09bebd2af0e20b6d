using Assay.Core.Components;
using Assay.Toolchains.DotNet;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Tests.Toolchains.DotNet;

public class DetectTests
{
    private static readonly DotNetToolchain Toolchain = new();

    [Fact]
    public void A_solution_below_the_root_covers_its_own_folder() =>
        Assert.Equal(["src/markdig.slnx"], Found(("readme.md", ""), ("src/markdig.slnx", Names("Markdig/Markdig.csproj", "Tests/Tests.csproj")), ("src/Markdig/Markdig.csproj", "<Project/>"), ("src/Tests/Tests.csproj", "<Project/>")));

    [Fact]
    public void The_shallowest_solution_wins_over_those_below_it_that_name_nothing_more() =>
        Assert.Equal(["all.slnx"], Found(("all.slnx", Names("src/A/A.csproj")), ("src/part.slnx", Names("A/A.csproj")), ("src/A/A.csproj", "<Project/>")));

    [Fact]
    public void A_solution_below_another_that_names_a_project_of_its_own_is_built_too() =>
        Assert.Equal(["all.slnx", "src/part.slnx"], Found(
            ("all.slnx", Names("src/A/A.csproj")), ("src/part.slnx", Names("A/A.csproj", "B/B.csproj")), ("src/A/A.csproj", "<Project/>"), ("src/B/B.csproj", "<Project/>")));

    [Fact]
    public void A_project_that_no_solution_names_is_a_root_of_its_own_wherever_it_lies() =>
        Assert.Equal(["src/a.slnx", "src/B/B.csproj", "tools/T/T.csproj"], Found(
            ("src/a.slnx", Names("A/A.csproj")), ("src/A/A.csproj", "<Project/>"), ("src/B/B.csproj", "<Project/>"), ("tools/T/T.csproj", "<Project/>")));

    [Fact]
    public void A_project_that_is_material_of_a_test_below_a_solution_is_none() =>
        Assert.Equal(["a.slnx"], Found(("a.slnx", Names("A/A.csproj")), ("A/A.csproj", "<Project/>"), ("tests/testdata/Broken.csproj", "<Project/>")));

    [Fact]
    public void A_project_elsewhere_that_a_solution_names_is_no_root_of_its_own()
    {
        var tree = FolderTree.Of(("src/a.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="../tests/T/T.csproj" /></Solution>"""), ("src/A/A.csproj", "<Project/>"), ("tests/T/T.csproj", "<Project/>"));

        Assert.Equal("src/a.slnx", Assert.Single(Toolchain.Detect(tree, "")).Entry);
    }

    [Fact]
    public void Only_what_lies_below_the_judged_path_is_found() =>
        Assert.Equal(["b/b.slnx"], Entries("b", "a.slnx", "b/b.slnx", "bb/c.slnx"));

    [Theory]
    [InlineData("p/z.slnx", "p/a.sln", "p/z.slnx")]
    [InlineData("p/p.sln", "p/a.sln", "p/p.sln")]
    [InlineData("p/a.slnf", "p/b.sln", "p/b.sln")]
    [InlineData("p/b.slnx", "p/a.slnx", "p/a.slnx")]
    public void Of_several_solutions_one_is_preferred_and_the_title_says_that_there_are_more(string one, string other, string preferred)
    {
        var tree = FolderTree.Of((one, ""), (other, ""));
        ToolchainRoot root = Assert.Single(Toolchain.Detect(tree, ""));

        Assert.Equal(preferred, root.Entry);
        Assert.Equal(1, DotNetRoots.Others(tree, root));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_of_dotnet_is() => Assert.Empty(Entries("", "package.json", "src/a.ts"));

    [Theory]
    [InlineData("a.slnx", """<Solution><Folder Name="/x/"><Project Path="src\A\A.csproj" /></Folder><Project Path="B.fsproj" /><Project Path="C.csproj"><Build Project="false" /></Project></Solution>""")]
    [InlineData("a.sln", "Microsoft Visual Studio Solution File\nProject(\"{F}\") = \"A\", \"src\\A\\A.csproj\", \"{1}\"\nEndProject\nProject(\"{F}\") = \"B\", \"B.fsproj\", \"{2}\"\nProject(\"{2150E333-8FDC-42A3-9474-1A3956D46DE8}\") = \"folder\", \"folder\", \"{3}\"\n")]
    [InlineData("a.slnf", """{"solution":{"path":"all.sln","projects":["src\\A\\A.csproj","B.fsproj"]}}""")]
    public void The_projects_of_a_solution_are_read_in_each_format(string name, string content) =>
        Assert.Equal(["B.fsproj", "src/A/A.csproj"], SolutionFile.Projects(FolderTree.Of((name, content)), name));

    [Theory]
    [InlineData("a.slnx", "<Solution><Project")]
    [InlineData("a.slnf", "{\"solution\":{}}")]
    [InlineData("a.slnf", "[1]")]
    [InlineData("a.sln", "\u0000")]
    public void A_broken_solution_names_no_project(string name, string content) =>
        Assert.Empty(SolutionFile.Projects(FolderTree.Of((name, content)), name));

    private static string Names(params string[] projects) => $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>";

    private static IEnumerable<string> Found(params (string, string)[] files) => Toolchain.Detect(FolderTree.Of(files), "").Select(root => root.Entry);

    private static IEnumerable<string> Entries(string path, params string[] files) =>
        Toolchain.Detect(FolderTree.Of([.. files.Select(file => (file, ""))]), path).Select(root => root.Entry);
}
