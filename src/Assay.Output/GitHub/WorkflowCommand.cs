using System.Globalization;
using System.Text;
using Assay.Core;
using Assay.Output.Findings;

namespace Assay.Output.GitHub;

/// <summary>
/// A workflow command of GitHub Actions that makes an annotation: <c>::error file=a.cs,line=3,title=x::message</c>. What it escapes, and how, is what the runner takes back:
/// percent and line ends everywhere, colon and comma in properties too.
/// </summary>
internal static class WorkflowCommand
{
    private const int LongestTitle = 200;

    private const int LongestMessage = 4000;

    /// <param name="type"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="place">Left out where it is no file of the repository.</param>
    public static string Of(string type, Location? place, string title, string message)
    {
        var properties = new List<string>();
        if (place is not null && FilePlaces.IsFile(place))
        {
            properties.Add($"file={Property(Printable.Line(place.File))}");
            if (place.Line is { } line) properties.Add(string.Create(CultureInfo.InvariantCulture, $"line={line}"));
            if (place.EndLine is { } end && end > place.Line) properties.Add(string.Create(CultureInfo.InvariantCulture, $"endLine={end}"));
        }
        properties.Add($"title={Property(Printable.Short(Printable.Line(title), LongestTitle))}");
        return $"::{type} {string.Join(',', properties)}::{Data(Printable.Short(Printable.Line(message), LongestMessage))}";
    }

    private static string Data(string text) => new StringBuilder(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A").ToString();

    private static string Property(string text) => new StringBuilder(Data(text)).Replace(":", "%3A").Replace(",", "%2C").ToString();
}
