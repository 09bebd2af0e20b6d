using System.Text.Json;

namespace Assay.Evidence.Json;

/// <summary>Values that a format leaves open, and elements of arrays.</summary>
internal sealed partial class JsonPull
{
    /// <summary>The text that comes next; null for anything else, which is skipped.</summary>
    internal string? TakeLooseText()
    {
        Skip();
        return Token == JsonTokenType.String ? Text() : null;
    }

    /// <summary>Steps into the object that comes next; false for anything else, which is skipped.</summary>
    internal bool BeginLooseObject()
    {
        Advance();
        if (Token == JsonTokenType.StartObject)
        {
            InObject();
            return true;
        }
        if (Token == JsonTokenType.StartArray)
        {
            SkipRest();
        }
        return false;
    }

    /// <summary>Steps to the value that comes next, whatever it is.</summary>
    internal void BeginElement() => Advance();

    /// <summary>The text of the element that <see cref="NextElement"/> stopped at; anything else is a mistake.</summary>
    internal string ElementText() => Token == JsonTokenType.String ? Text() : throw Wrong("texts");
}
