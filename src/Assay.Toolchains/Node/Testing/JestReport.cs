using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;

namespace Assay.Toolchains.Node.Testing;

/// <summary>
/// Turns the result of <c>jest --json</c> (https://jestjs.io/docs/cli#--json) into JUnit XML. A file whose tests could not even be loaded becomes a failed test
/// of that file's name.
/// </summary>
internal static class JestReport
{
    internal sealed record Case(string Name, string Status, string? Message);

    /// <summary>The cases of each file; null where the input is no such result.</summary>
    internal static ImmutableArray<(string File, ImmutableArray<Case> Cases)>? Read(byte[] json, string root)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
            ImmutableArray<(string File, ImmutableArray<Case> Cases)>? files = null;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool wanted = reader.ValueTextEquals("testResults");
                reader.Read();
                if (wanted)
                {
                    using JsonDocument results = JsonDocument.ParseValue(ref reader);
                    files = [.. results.RootElement.EnumerateArray().Select(file => ReadFile(file, root))];
                }
                else
                {
                    reader.Skip(); // the coverage map may be larger than all the rest
                }
            }

            return files;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static (string, ImmutableArray<Case>) ReadFile(JsonElement file, string root)
    {
        string name = Path.GetRelativePath(root, file.GetProperty("name").GetString() ?? "").Replace('\\', '/');
        ImmutableArray<Case> cases = [.. file.GetProperty("assertionResults").EnumerateArray().Select(ReadCase)];
        bool broken = file.GetProperty("status").GetString() == "failed" && cases.All(test => test.Status != "failed");
        return (name, broken ? [.. cases, new Case(name, "failed", file.GetProperty("message").GetString())] : cases);
    }

    private static Case ReadCase(JsonElement test)
    {
        var titles = test.GetProperty("ancestorTitles").EnumerateArray().Select(title => title.GetString()).Append(test.GetProperty("title").GetString());
        string? message = test.TryGetProperty("failureMessages", out JsonElement messages) && messages.GetArrayLength() > 0 ? messages[0].GetString() : null;
        return new Case(string.Join(" > ", titles), test.GetProperty("status").GetString() ?? "", message);
    }

    internal static void Write(ImmutableArray<(string File, ImmutableArray<Case> Cases)> files, Stream to)
    {
        using XmlWriter xml = XmlWriter.Create(to, new XmlWriterSettings { Indent = true, CheckCharacters = false });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "jest");
        foreach (var (file, cases) in files)
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", file);
            xml.WriteAttributeString("tests", XmlConvert.ToString(cases.Length));
            xml.WriteAttributeString("failures", XmlConvert.ToString(cases.Count(test => test.Status == "failed")));
            xml.WriteAttributeString("skipped", XmlConvert.ToString(cases.Count(test => test.Status is not ("passed" or "failed"))));
            foreach (Case test in cases)
            {
                Write(xml, file, test);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string file, Case test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", file);
        xml.WriteAttributeString("name", Clean(test.Name));
        xml.WriteAttributeString("file", file);
        if (test.Status == "failed")
        {
            string message = Clean(test.Message ?? "");
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", message.Split('\n')[0]);
            xml.WriteString(message);
            xml.WriteEndElement();
        }
        else if (test.Status != "passed")
        {
            xml.WriteStartElement("skipped");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold, such as the colours of a terminal.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
