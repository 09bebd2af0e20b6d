namespace Assay.Toolchains.DotNet.Documentation;

/// <summary>A source that is compiled with each project and has two gaps, both behind a pragma: where the compiler does not report them, its silence about the rest shows nothing.</summary>
internal static class DocumentationProbe
{
    internal const string FileName = "EvidenceProbe.cs";

    /// <summary>Rules that must be reported for the probe.</summary>
    internal static readonly string[] Rules = ["CS1591", "CS1572"];

    internal const string Text =
        """
        #pragma warning disable
        namespace EvidenceProbe
        {
            public class WithoutComment { }

            /// <summary>With a comment on another parameter.</summary>
            public class WithWrongComment
            {
                /// <summary>Takes a value.</summary>
                /// <param name="other">Not there.</param>
                public void Take(int value) { }
            }
        }
        """;
}
