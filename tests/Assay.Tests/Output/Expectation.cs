namespace Assay.Tests.Output;

/// <summary>
/// Golden files: what <c>NAME.EXT</c> in Expectations says is what users see. After an intended change, run the tests with
/// <c>ACCEPT=1</c> and read the difference.
/// </summary>
internal static class Expectation
{
    public static void Is(string file, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Assay.Tests", "Output", "Expectations", file);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, "ACCEPT=1 is for a person who reads the difference, not for CI.");
            File.WriteAllText(path, actual);
        }
        Assert.True(File.Exists(path), $"{path} does not exist; write it with ACCEPT=1 and read it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
