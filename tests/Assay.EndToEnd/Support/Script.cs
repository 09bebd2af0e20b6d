using System.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Assay.EndToEnd.Support;

/// <summary>Scripts of templates, run as their runner would run them.</summary>
internal static class Script
{
    /// <summary>Runs a script of bash; the variables are all that it knows besides what this machine's programs need.</summary>
    public static AssayRun Bash(string script, string folder, IReadOnlyDictionary<string, string> variables, params string[] options)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, script);
            return Run("bash", folder, variables, [.. options, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static AssayRun Run(string program, string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GITHUB_", StringComparison.Ordinal) || name.StartsWith("CI", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new AssayRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>A YAML file of this repository.</summary>
    public static YamlNode Yaml(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(AssayProcess.RepositoryRoot, path));
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }
}
