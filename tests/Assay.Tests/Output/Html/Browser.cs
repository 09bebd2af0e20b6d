using System.Diagnostics;
using System.Text.Json;

namespace Assay.Tests.Output.Html;

/// <summary>Chromium, driven by puppeteer with axe in the page; both packages are installed once for the user.</summary>
internal static class Browser
{
    private static readonly string[] Packages = ["puppeteer-core@25.16.0", "axe-core@4.14.1"];
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Where a browser is; null where there is none.</summary>
    public static string? Executable { get; } = Environment.GetEnvironmentVariable("CHROME_PATH") ?? (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public static JsonElement Look(string report, string screenshot)
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "assay-tests", "browser-25.16.0-4.14.1");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "axe-core")))
        {
            Directory.CreateDirectory(folder);
            Run(folder, "npm", ["install", "--no-package-lock", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, .. Packages]);
        }
        var script = Path.Combine(Repository.Root, "tests", "Assay.Tests", "Output", "Html", "look.mjs");
        return JsonDocument.Parse(Run(folder, "node", [script, report, screenshot, Executable!])).RootElement;
    }

    private static string Run(string folder, string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3))) process.Kill(entireProcessTree: true);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
        return output;
    }
}
