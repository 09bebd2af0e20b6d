using System.Collections.Immutable;
using System.Text.Json;
using Assay.Core;
using Assay.Core.Errors;
using Assay.Evidence.Json;

namespace Assay.Evidence.Proofs;

/// <summary>Reads objects of which every key is known and has to be there.</summary>
internal sealed class ProofFields(JsonPull json)
{
    /// <summary>The objects of the array that comes next.</summary>
    public ImmutableArray<T> Objects<T>(Func<T> read)
    {
        if (!json.BeginArray()) throw Wrong("is null and has to be a list");
        return Rest(read);
    }

    /// <summary>As <see cref="Objects"/>; null where it is <c>null</c>.</summary>
    public ImmutableArray<T>? ObjectsOrNull<T>(Func<T> read) => json.BeginArray() ? Rest(read) : null;

    /// <summary>Takes each key of the object that is open; a key that <paramref name="keys"/> does not name, or one that is missing, is a mistake.</summary>
    public void Each(string what, string[] keys, Action<string> take)
    {
        var seen = 0;
        while (json.NextKey())
        {
            if (!keys.Contains(json.Key)) throw json.Mistake(EvidenceErrors.Unreadable, $"{what} holds a key that is not part of the format");
            seen++;
            take(json.Key);
        }
        // No key stands twice in an object that is read, so all of them were there if so many were.
        if (seen < keys.Length) throw json.Mistake(EvidenceErrors.Unreadable, $"{what} lacks a key; it has to say {string.Join(", ", keys)}");
    }

    /// <summary>A text that may be empty.</summary>
    public string Text() => json.TakeText() ?? throw Wrong("is null and has to be a text");

    /// <summary>A text that says something.</summary>
    public string Words() => Text() is var text && !string.IsNullOrWhiteSpace(text) ? text : throw Wrong("is empty");

    public string? TextOrNull() => json.TakeText();

    public bool Bool() => json.TakeBool() ?? throw Wrong("is null and has to be true or false");

    public int Count(int least = 0) => json.TakeInt() is { } number ? number >= least ? number : throw Wrong($"is less than {least}") : throw Wrong("is null and has to be a number");

    public int? IntOrNull() => json.TakeInt();

    public T Member<T>() where T : struct, Enum => Text() is var text && Snake.Parse<T>(text) is { } member ? member : throw Wrong($"is none of {string.Join(", ", Enum.GetValues<T>().Select(Snake.Case))}");

    public TimeSpan Seconds()
    {
        json.BeginElement();
        return json.Token == JsonTokenType.Number && json.ElementDecimal() is { } seconds and >= 0 and < 1_000_000 ? TimeSpan.FromSeconds((double)seconds) : throw Wrong("is no number of seconds");
    }

    /// <summary>The texts of the array that comes next.</summary>
    public ImmutableArray<string> Texts()
    {
        if (!json.BeginArray()) throw Wrong("is null and has to be a list");
        var texts = ImmutableArray.CreateBuilder<string>();
        while (json.NextElement()) texts.Add(json.ElementText());
        return texts.ToImmutable();
    }

    public JsonMistake Wrong(string how) => json.Mistake(EvidenceErrors.Unreadable, $"'{json.Key}' {how}");

    private ImmutableArray<T> Rest<T>(Func<T> read)
    {
        var all = ImmutableArray.CreateBuilder<T>();
        while (json.NextObject()) all.Add(read());
        return all.ToImmutable();
    }
}
