using System.Collections.Immutable;
using Assay.Core.Errors;

namespace Assay.Core.Yaml;

/// <summary>Collects every mistake in one file. Keeps the first hundred and says how many more there were.</summary>
/// <param name="file">The name to show, relative to the repository where the file lies in it.</param>
/// <param name="kind">The kind that all of them are reported as.</param>
public sealed class YamlMistakes(string file, ErrorKind kind)
{
    private const int Kept = 100;
    private readonly List<AssayError> _errors = [];
    private int _more;

    /// <summary>Whether there is none.</summary>
    public bool None => _errors.Count == 0;

    /// <summary>Adds one at a node.</summary>
    public void Add(YamlNode at, string what, string? nextStep = null) => Add(at.Line, at.Column, what, nextStep);

    /// <summary>Adds one at a place, 1-based.</summary>
    public void Add(int line, int column, string what, string? nextStep = null)
    {
        if (_errors.Count < Kept) _errors.Add(new AssayError(kind, what, file, line, column, nextStep));
        else _more++;
    }

    /// <summary>All of them, in the order of their places.</summary>
    public ImmutableArray<AssayError> ToImmutable()
    {
        var sorted = _errors.OrderBy(error => error.Line).ThenBy(error => error.Column).ToImmutableArray();
        return _more == 0 ? sorted : sorted.Add(new AssayError(kind, $"{_more} more mistakes", file));
    }

    /// <summary>Ends the command where there is any.</summary>
    public void ThrowIfAny()
    {
        if (!None) throw new AssayException(ToImmutable());
    }
}
