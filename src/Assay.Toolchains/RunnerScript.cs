using System.Reflection;

namespace Assay.Toolchains;

/// <summary>Small programs of Assay's own that run inside of a test runner.</summary>
internal static class RunnerScript
{
    /// <summary>Writes one into a folder; returns its absolute path.</summary>
    internal static string Write(string name, string folder)
    {
        string path = Path.Combine(folder, name);
        using Stream from = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Runners/{name}") ?? throw new InvalidOperationException($"Runners/{name} is not embedded.");
        using FileStream to = File.Create(path);
        from.CopyTo(to);
        return path;
    }
}
