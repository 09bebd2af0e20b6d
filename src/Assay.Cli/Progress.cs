using Assay.Toolchains.Collecting;

namespace Assay.Cli;

/// <summary>
/// Progress of collecting on stderr: one line a step, redrawn while it runs where a person looks.
/// </summary>
internal sealed class Progress(TextWriter error, bool terminal, bool quiet, bool verbose, TimeProvider time) : ICollectProgress
{
    private readonly Lock _lock = new();
    private long _started;
    private string _title = "";
    private ITimer? _ticker;

    public void Started(string component, string title)
    {
        if (quiet) return;
        lock (_lock)
        {
            _started = time.GetTimestamp();
            _title = $"{component}: {title}";
            if (terminal) _ticker = time.CreateTimer(_ => Draw(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        }
    }

    public void Reused(string component, string title)
    {
        if (quiet) return;
        lock (_lock) error.WriteLine($"  ok      {component}: {title}  as assay prove ran it");
    }

    public void Printed(string line)
    {
        if (!verbose || quiet) return;
        lock (_lock)
        {
            Erase();
            error.WriteLine($"    {Printable(line)}");
        }
    }

    public void Ended(bool went, string? problem)
    {
        if (quiet) return;
        lock (_lock)
        {
            _ticker?.Dispose();
            _ticker = null;
            Erase();
            error.WriteLine($"  {(went ? "ok    " : "FAILED")}  {_title}  {time.GetElapsedTime(_started).TotalSeconds:0.0} s{(problem is null ? "" : $"  {Printable(problem)}")}");
        }
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_ticker is null) return;
            Erase();
            error.Write($"  ...     {_title}  {time.GetElapsedTime(_started).TotalSeconds:0} s");
        }
    }

    private void Erase()
    {
        if (terminal) error.Write("\r\e[2K");
    }

    private static string Printable(string line) => string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
}
