namespace Assay.Evidence.Lcov;

/// <summary>
/// The functions of one record. A function on one line is there, and so its line ran, before anybody calls it; that nobody did stands only in <c>FNDA:0</c>.
/// </summary>
internal sealed class LcovFunctions
{
    private readonly Dictionary<string, List<int>> _begins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _called = new(StringComparer.Ordinal);

    /// <summary><c>FN:line,name</c>, or <c>FN:line,end,name</c>.</summary>
    public void Begins(int line, string name)
    {
        if (name.IndexOf(',') is var comma and > 0 && int.TryParse(name.AsSpan(0, comma), out _)) name = name[(comma + 1)..];
        if (!_begins.TryGetValue(name, out var lines)) _begins[name] = lines = [];
        lines.Add(line);
    }

    /// <summary><c>FNDA:calls,name</c>. Of several functions of one name, one that was called speaks for all.</summary>
    public void Ran(string name, bool called) => _called[name] = called || _called.GetValueOrDefault(name);

    /// <summary>Lines of functions that were never called and have no line of their own below, where that would be told.</summary>
    public HashSet<int> NeverCalledOnOneLine(IEnumerable<(int Line, bool Covered)> data)
    {
        var idle = _called.Where(function => !function.Value).SelectMany(function => _begins.GetValueOrDefault(function.Key) ?? []).ToHashSet();
        if (idle.Count == 0) return idle;
        idle.ExceptWith(data.Where(line => !line.Covered).Select(line => line.Line - 1));
        return idle;
    }

    public void Clear()
    {
        _begins.Clear();
        _called.Clear();
    }
}
