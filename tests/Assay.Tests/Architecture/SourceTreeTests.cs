namespace Assay.Tests.Architecture;

/// <summary>How the repository's own files are kept.</summary>
public sealed class SourceTreeTests
{
    private const int MostLines = 300;

    /// <summary>Longer than the rest, each for a reason.</summary>
    private static readonly Dictionary<string, string> Long = new()
    {
        ["src/Assay.Core/Sources/Braces/BraceOutline.cs"] = "one state machine: every method reads and moves the same stack of frames",
        ["tests/Assay.Tests/Sources/CSharpOutlineTests.cs"] = "the cases of one language, most of them C# texts",
    };

    /// <summary>Folders of these tests that hold what the tests share or compare with, or test what is no folder of src.</summary>
    private static readonly string[] OfTheTestsThemselves = ["Architecture", "Schemas", "Support", "Output/Expectations"];

    [Fact]
    public void Every_folder_of_tests_mirrors_a_folder_of_src()
    {
        var folders = Tracked.Files.Where(file => file.StartsWith("tests/Assay.Tests/", StringComparison.Ordinal))
            .Select(file => Path.GetDirectoryName(file["tests/Assay.Tests/".Length..])!).Where(folder => folder.Length > 0).Distinct().Except(OfTheTestsThemselves).ToList();

        Assert.Contains("Git", folders);
        Assert.All(folders, folder => Assert.True(Directory.Exists(Mirrored(folder)), $"{folder} mirrors nothing: there is no {Mirrored(folder)}"));
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines_without_a_reason()
    {
        var lengths = Tracked.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("samples/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => Tracked.Text(file)!.Count(c => c == '\n'));

        Assert.True(lengths.Count > 300);
        Assert.Empty(lengths.Where(file => file.Value > MostLines && !Long.ContainsKey(file.Key)).Select(file => $"{file.Key}: {file.Value} lines"));
        Assert.Empty(Long.Keys.Where(file => lengths.GetValueOrDefault(file) <= MostLines).Select(file => $"{file} needs no reason any more"));
    }

    [Fact]
    public void No_file_names_a_package_registry_or_a_folder_of_somebodys_machine()
    {
        // Put together here, so that this file does not find itself.
        string[] unwanted = [string.Join('.', "registry", "npmjs", "org"), string.Join('.', "api", "nuget", "org"), $"/{"work"}/", $"/{"root"}/"];

        var found = from file in Tracked.Files
                    let text = Tracked.Text(file)
                    where text is not null
                    from name in unwanted
                    where text.Contains(name, StringComparison.OrdinalIgnoreCase)
                    select $"{file}: {name}";

        Assert.Empty(found);
    }

    /// <summary>A project by its last name, else a folder of Core.</summary>
    private static string Mirrored(string folder)
    {
        var source = Path.Combine(Repository.Root, "src");
        return Directory.Exists(Path.Combine(source, $"Assay.{folder.Split('/')[0]}")) ? Path.Combine(source, $"Assay.{folder}") : Path.Combine(source, "Assay.Core", folder);
    }
}
