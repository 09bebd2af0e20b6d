using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Assay.Toolchains.Secrets;

/// <summary>
/// The files for gitleaks, which takes one folder, leaves out many files by their names (<c>node_modules</c>, lock files, pictures) and heeds a
/// <c>.gitleaksignore</c> in that folder. So each file stands here twice, under its number: as <c>content/N</c>, which no rule about names leaves out,
/// without NULs, so that UTF-16 reads as ASCII; and as <c>named/N/NAME</c> for those rules that want a certain name.
/// </summary>
internal sealed class GitleaksCopy
{
    private readonly ImmutableArray<string> files;

    private GitleaksCopy(string folder, ImmutableArray<string> files) => (Folder, this.files) = (folder, files);

    /// <summary>The folder to scan.</summary>
    internal string Folder { get; }

    /// <summary>Copies the files, which are relative to the root, into a new folder.</summary>
    internal static async Task<GitleaksCopy> MakeAsync(string root, ImmutableArray<string> files, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        for (int number = 0; number < files.Length; number++)
        {
            string source = Path.Combine(root, files[number]);
            await CopyTextAsync(source, Path.Combine(folder, "content", $"{number}"), cancellation).ConfigureAwait(false);
            string named = Directory.CreateDirectory(Path.Combine(folder, "named", $"{number}")).FullName;
            File.Copy(source, Path.Combine(named, Plain(Path.GetFileName(files[number]))));
        }

        return new GitleaksCopy(folder, files);
    }

    /// <summary>The file that a path of the report stands for; null where it is none of these.</summary>
    internal string? Original(string reported) =>
        reported.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part is not ("content" or "named")).ElementAtOrDefault(1) is { } part
        && int.TryParse(part, out int number) && number >= 0 && number < files.Length ? files[number] : null;

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char c in name.Length > 100 ? name[^100..] : name)
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_');
        }

        return plain.ToString();
    }

    private static async Task CopyTextAsync(string from, string to, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            await using FileStream source = File.OpenRead(from);
            await using FileStream target = File.Create(to);
            for (int read; (read = await source.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                await target.WriteAsync(buffer.AsMemory(0, WithoutNul(buffer.AsSpan(0, read))), cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int WithoutNul(Span<byte> bytes)
    {
        int kept = 0;
        foreach (byte value in bytes)
        {
            bytes[kept] = value;
            kept += value == 0 ? 0 : 1;
        }

        return kept;
    }
}
