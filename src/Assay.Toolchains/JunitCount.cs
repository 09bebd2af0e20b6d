using System.Xml;

namespace Assay.Toolchains;

/// <summary>How many test cases a JUnit report holds; only to tell a failed test from a runner that broke.</summary>
internal sealed record JunitCount(int Tests, int Failed)
{
    /// <summary>Null where the file is not there or is no whole XML.</summary>
    internal static JunitCount? Read(string path)
    {
        try
        {
            // A path would be taken for an address, in which %20 is a space.
            using var file = File.OpenRead(path);
            using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
            int tests = 0, failed = 0;
            while (xml.Read())
            {
                tests += xml is { NodeType: XmlNodeType.Element, LocalName: "testcase" } ? 1 : 0;
                failed += xml is { NodeType: XmlNodeType.Element, LocalName: "failure" or "error" } ? 1 : 0;
            }

            return new JunitCount(tests, failed);
        }
        catch (Exception e) when (e is IOException or XmlException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
