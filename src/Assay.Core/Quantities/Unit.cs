namespace Assay.Core.Quantities;

/// <summary>The units that facts are kept in; others are converted when read.</summary>
public enum Unit { Count, Percent, Milliseconds, Megabytes, Days, PerSecond, Score, Boolean }

/// <summary>How units are written.</summary>
public static class Units
{
    private static readonly (string Symbol, Unit Unit, decimal Factor)[] Known =
    [
        ("", Unit.Count, 1), ("%", Unit.Percent, 1), ("ms", Unit.Milliseconds, 1), ("MB", Unit.Megabytes, 1), ("d", Unit.Days, 1),
        ("/s", Unit.PerSecond, 1), ("points", Unit.Score, 1), ("s", Unit.Milliseconds, 1000), ("min", Unit.Milliseconds, 60_000),
        ("GB", Unit.Megabytes, 1024),
    ];

    internal static (Unit Unit, decimal Factor)? Find(string symbol)
    {
        foreach (var known in Known)
            if (known.Symbol == symbol) return (known.Unit, known.Factor);
        return null;
    }

    /// <summary>The unit's symbol, e.g. <c>ms</c>; empty for counts and booleans.</summary>
    public static string Symbol(Unit unit) => unit is Unit.Boolean ? "" : Known.First(known => known.Unit == unit).Symbol;

    /// <summary>The unit in words: <c>percent (%)</c>.</summary>
    public static string Word(Unit unit) => unit switch
    {
        Unit.Count => "plain numbers",
        Unit.Boolean => "true or false",
        _ => $"{Snake.Case(unit).Replace('_', ' ')} ({Symbol(unit)})",
    };
}
