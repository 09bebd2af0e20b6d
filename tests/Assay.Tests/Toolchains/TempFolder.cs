namespace Assay.Tests.Toolchains;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    internal TempFolder() => Path = Directory.CreateTempSubdirectory("assay-test-").FullName;

    internal string Path { get; }

    internal string File(string relative) => System.IO.Path.Combine(Path, relative);

    internal void Write(string relative, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(relative))!);
        System.IO.File.WriteAllText(File(relative), content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
