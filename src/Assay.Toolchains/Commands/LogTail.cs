using System.Text;

namespace Assay.Toolchains.Commands;

/// <summary>The end of a command's log, for messages.</summary>
internal static class LogTail
{
    private const int Longest = 64 * 1024;

    /// <summary>The last lines with text in them, oldest first, each cut at 300 characters.</summary>
    internal static IReadOnlyList<string> Lines(string logPath, int count) =>
        [.. Read(logPath).Split('\n').Select(Clean).Where(line => line.Length > 0).TakeLast(count)];

    /// <summary>The last line that holds the text; null where none does.</summary>
    internal static string? LastWith(string logPath, Func<string, bool> wanted) => Lines(logPath, int.MaxValue).LastOrDefault(wanted);

    private static string Read(string logPath)
    {
        using var file = new FileStream(logPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(file.Length, Longest), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Clean(string line)
    {
        string text = string.Concat(line.Where(c => !char.IsControl(c))).Trim();
        return text.Length <= 300 ? text : text[..299] + "…";
    }
}
