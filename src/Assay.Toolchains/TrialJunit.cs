using System.Xml;
using System.Xml.Linq;

namespace Assay.Toolchains;

/// <summary>A report of tests as it is the same in every folder.</summary>
internal static class TrialJunit
{
    /// <summary>Takes the paths of this machine out of the report, where the file is one.</summary>
    /// <param name="each">What else is to be done with a test case; before.</param>
    internal static void Clean(string file, string repositoryRoot, Action<XElement>? each = null)
    {
        try
        {
            XDocument report;
            using (var content = File.OpenRead(file))
            using (var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false }))
            {
                report = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            }

            if (report.Root?.Name.LocalName is not ("testsuites" or "testsuite")) return;
            foreach (var element in report.Descendants().ToList())
            {
                if (element.Name.LocalName == "testcase") each?.Invoke(element);
                foreach (var attribute in element.Attributes()) attribute.Value = MachinePaths.Without(attribute.Value, repositoryRoot);
                foreach (var text in element.Nodes().OfType<XText>()) text.Value = MachinePaths.Without(text.Value, repositoryRoot);
            }

            using var writer = XmlWriter.Create(file, new XmlWriterSettings { CheckCharacters = false });
            report.Save(writer);
        }
        catch (XmlException)
        {
            // No XML, or none that is whole: whoever reads it says so.
        }
    }
}
