namespace Assay.Core.Measuring.Documentation;

internal static class LinkFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
