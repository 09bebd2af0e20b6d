using System.Text;

namespace Assay.Core;

/// <summary>Enum members as they are written in files: <c>NotApplicable</c> is <c>not_applicable</c>.</summary>
public static class Snake
{
    /// <summary>The written form of an enum member.</summary>
    public static string Case<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    /// <summary>The member with this written form; null where there is none.</summary>
    public static T? Parse<T>(string text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Case(value) == text) return value;
        return null;
    }
}
