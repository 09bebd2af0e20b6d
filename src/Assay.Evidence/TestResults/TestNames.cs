using System.Buffers;

namespace Assay.Evidence.TestResults;

/// <summary>Names of test cases as their frameworks build them.</summary>
internal static class TestNames
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("([{");

    /// <summary>
    /// The name without its arguments: what follows the first bracket, where what stands before it is one word
    /// (<c>Adds(x: 1)</c>, <c>test_adds[1-2]</c>, <c>adds(int)[2]</c>). In a title in prose a bracket is part of the title.
    /// </summary>
    public static string WithoutArguments(string name)
    {
        var open = name.AsSpan().IndexOfAny(Opening);
        return open > 0 && IsWord(name.AsSpan(0, open)) ? name[..open] : name;
    }

    /// <summary>Whether it could be the name of a method, with or without its class and type arguments.</summary>
    public static bool IsWord(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '+' or '$' or '`' or '/' or '<' or '>' or ',' or ':'))
                return false;
        }
        return name.Length > 0;
    }

    /// <summary>Joins a class and its method with a dot, a suite and its title with an angle.</summary>
    public static string Join(string group, string name) =>
        group.Length == 0 ? name
        : IsWord(group) && IsWord(WithoutArguments(name)) ? $"{group}.{name}"
        : $"{group} > {name}";
}
