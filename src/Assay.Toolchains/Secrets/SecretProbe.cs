using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// What is planted to show that the scanner finds secrets in files like the component's: two kinds of secret in one file for each type of file, each
/// beside comments that ask scanners to look away. Made up anew for each run, so that no secret stands in these sources.
/// </summary>
internal sealed class SecretProbe
{
    private const int MostTypes = 200;

    /// <summary>Without f and n, so that chance spells neither <c>false</c> nor <c>null</c>, which gitleaks takes for no secret.</summary>
    private const string Letters = "ABCDEGHIJKLMOPQRSTUVWXYZabcdeghijklmopqrstuvwxyz0123456789";

    private SecretProbe(ImmutableArray<string> files) => Files = files;

    /// <summary>Planted files, relative to the folder, with how many secrets each holds.</summary>
    internal ImmutableArray<string> Files { get; }

    /// <summary>Lines that hold a planted secret, the same in every file.</summary>
    internal static ImmutableArray<int> Lines => [2, 4];

    /// <summary>Writes the probe for a component that has these files.</summary>
    internal static SecretProbe Plant(string folder, IEnumerable<string> like) =>
        Plant(folder, like, Content(string.Join('-', "secretlint", "disable"),
            $"{string.Join('_', "AWS", "SECRET", "ACCESS", "KEY")}=\"{RandomNumberGenerator.GetString(Letters + "fFnN", 40)}\""));

    /// <summary>As <see cref="Plant(string, IEnumerable{string})"/>, with secrets that gitleaks' default rules name by their form, since the others pass a list of common words.</summary>
    internal static SecretProbe PlantForGitleaks(string folder, IEnumerable<string> like) =>
        Plant(folder, like, Content(string.Join(':', "gitleaks", "allow"), $"token = \"{string.Concat("gh", "p_")}{RandomNumberGenerator.GetString(Letters, 36)}\""));

    private static SecretProbe Plant(string folder, IEnumerable<string> like, string content)
    {
        var types = like.Select(path => Path.GetExtension(path)).Append(".txt")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostTypes);
        ImmutableArray<string> files = [.. types.Select((type, index) => $"planted/{index}{type}")];
        Directory.CreateDirectory(Path.Combine(folder, "planted"));
        foreach (string file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), content);
        }

        return new SecretProbe(files);
    }

    private static string Content(string lookAway, string secret)
    {
        string dashes = new('-', 5);
        string kind = string.Join(' ', "RSA", "PRIVATE", "KEY");
        string body = "MIIB" + RandomNumberGenerator.GetString(Letters, 800);
        return new StringBuilder()
            .Append("// ").Append(lookAway).Append('\n')
            .Append($"key = \"{dashes}BEGIN {kind}{dashes}\\n{body}\\n{dashes}END {kind}{dashes}\" // {lookAway}\n")
            .Append("// ").Append(lookAway).Append('\n')
            .Append($"{secret} // {lookAway}\n")
            .ToString();
    }
}
