using System.Text;

namespace Assay.Core;

/// <summary>Enum members as they are written in files: <c>NotApplicable</c> is <c>not_applicable</c>.</summary>
public static class Snake
{
    /// <summary>The written form of an enum member.</summary>
    public static string Case<T>(T value) where T : struct, Enum => Names<T>.Forms.GetValueOrDefault(value) ?? Written(value.ToString());

    /// <summary>The member with this written form; null where there is none.</summary>
    public static T? Parse<T>(string text) where T : struct, Enum => Names<T>.Members.TryGetValue(text, out var value) ? value : null;

    private static string Written(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Forms = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => Written(value.ToString()));

        public static readonly Dictionary<string, T> Members = Forms.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
