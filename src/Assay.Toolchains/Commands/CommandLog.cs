using System.Text;
using Assay.Core.Errors;

namespace Assay.Toolchains.Commands;

/// <summary>
/// Everything that a command printed, line by line, both streams as they come. Cut at a size, so that a chatty tool cannot fill the disk.
/// </summary>
internal sealed class CommandLog : IDisposable
{
    /// <summary>Longest piece that is kept together; a line beyond it is written in pieces.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly Lock gate = new();
    private readonly FileStream file;
    private readonly long cap;
    private readonly Action<string>? output;
    private long written;
    private bool cut;

    internal CommandLog(string path, long cap, Action<string>? output)
    {
        this.cap = cap;
        this.output = output;
        try
        {
            file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, e);
        }
    }

    /// <summary>Copies a stream to its end. Throws <see cref="AssayException"/> where the log cannot be written any more.</summary>
    internal async Task CopyAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] buffer = new byte[LongestLine];
        int held = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(held), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                Write(buffer.AsSpan(0, held));
                return;
            }

            held += read;
            int end = buffer.AsSpan(0, held).LastIndexOf((byte)'\n') + 1;
            int take = end > 0 ? end : held == buffer.Length ? held : 0;
            Write(buffer.AsSpan(0, take));
            buffer.AsSpan(take, held - take).CopyTo(buffer);
            held -= take;
        }
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        lock (gate)
        {
            try
            {
                Keep(lines);
            }
            catch (IOException e)
            {
                throw NotWritable(file.Name, e);
            }

            Tell(lines);
        }
    }

    private void Keep(ReadOnlySpan<byte> lines)
    {
        if (cut)
        {
            return;
        }

        int room = (int)Math.Min(lines.Length, cap - written);
        file.Write(lines[..room]);
        written += room;
        if (room < lines.Length)
        {
            cut = true;
            file.Write(Encoding.UTF8.GetBytes($"\n[cut here: the command printed more than {cap} bytes]\n"));
        }
    }

    private void Tell(ReadOnlySpan<byte> lines)
    {
        if (output is null)
        {
            return;
        }

        foreach (Range range in lines.Split((byte)'\n'))
        {
            string line = Printable(Encoding.UTF8.GetString(lines[range]));
            if (line.Length > 0)
            {
                output(line);
            }
        }
    }

    /// <summary>Without control characters: what a tool prints must not steer the user's terminal.</summary>
    private static string Printable(string line) => string.Concat(line.Where(c => !char.IsControl(c) || c == '\t')).TrimEnd();

    private static AssayException NotWritable(string path, Exception cause) =>
        new(new AssayError(SystemErrors.NotWritable, $"The log of a command could not be written: {cause.Message}", path));

    public void Dispose() => file.Dispose();
}
