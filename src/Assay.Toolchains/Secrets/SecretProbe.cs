using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// What is planted to show that the scanner finds secrets in files like the component's: two kinds of secret in one file for each type of file, each
/// below a comment that asks scanners to look away. Made up anew for each run, so that no secret stands in these sources.
/// </summary>
internal sealed class SecretProbe
{
    private const int MostTypes = 200;

    private SecretProbe(ImmutableArray<string> files) => Files = files;

    /// <summary>Planted files, relative to the folder, with how many secrets each holds.</summary>
    internal ImmutableArray<string> Files { get; }

    /// <summary>Lines that hold a planted secret, the same in every file.</summary>
    internal static ImmutableArray<int> Lines => [2, 4];

    /// <summary>Writes the probe for a component that has these files.</summary>
    internal static SecretProbe Plant(string folder, IEnumerable<string> like)
    {
        var types = like.Select(path => Path.GetExtension(path)).Append(".txt")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostTypes);
        ImmutableArray<string> files = [.. types.Select((type, index) => $"planted/{index}{type}")];
        Directory.CreateDirectory(Path.Combine(folder, "planted"));
        string content = Content();
        foreach (string file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), content);
        }

        return new SecretProbe(files);
    }

    private static string Content()
    {
        string dashes = new('-', 5);
        string kind = string.Join(' ', "RSA", "PRIVATE", "KEY");
        string body = "MIIB" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(600));
        string name = string.Join('_', "AWS", "SECRET", "ACCESS", "KEY");
        string value = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);
        string lookAway = string.Join('-', "secretlint", "disable");
        return new StringBuilder()
            .Append("// ").Append(lookAway).Append('\n')
            .Append($"key = \"{dashes}BEGIN {kind}{dashes}\\n{body}\\n{dashes}END {kind}{dashes}\"\n")
            .Append("// ").Append(lookAway).Append('\n')
            .Append($"{name}=\"{value}\"\n")
            .ToString();
    }
}
