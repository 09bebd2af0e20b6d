namespace Assay.Output;

/// <summary>The few colours there are: for statuses only.</summary>
internal enum Tint { None, Good, Warning, Bad }

internal static class Ansi
{
    public static string Colour(string text, Tint tint) => tint switch
    {
        Tint.Good => $"\e[1;32m{text}\e[0m",
        Tint.Warning => $"\e[1;33m{text}\e[0m",
        Tint.Bad => $"\e[1;31m{text}\e[0m",
        _ => text,
    };
}
