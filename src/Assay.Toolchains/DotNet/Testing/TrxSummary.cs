using System.Xml;

namespace Assay.Toolchains.DotNet.Testing;

/// <summary>How many results a TRX file holds, and whether it says that the run was cut short; the reader of the format tells the rest.</summary>
internal sealed record TrxSummary(int Results, int Failed, bool Aborted)
{
    /// <summary>Null where the file is not there or is cut off.</summary>
    internal static TrxSummary? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return Count(path);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static TrxSummary Count(string path)
    {
        int results = 0, failed = 0;
        bool aborted = false, inError = false;
        using var file = File.OpenRead(path);
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "UnitTestResult")
            {
                results++;
                failed += reader.GetAttribute("outcome") is "Failed" or "Error" or "Timeout" or "Aborted" ? 1 : 0;
            }
            else if (reader.LocalName == "RunInfo")
            {
                inError = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false } && reader.GetAttribute("outcome") == "Error";
            }
            else if (inError && reader.NodeType == XmlNodeType.Text)
            {
                aborted |= reader.Value.Contains("run was aborted", StringComparison.OrdinalIgnoreCase) || reader.Value.Contains("host process crashed", StringComparison.OrdinalIgnoreCase);
            }
        }

        return new(results, failed, aborted);
    }
}
