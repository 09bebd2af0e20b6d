namespace Assay.Core.Measuring.Documentation;

internal static class ChangelogFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
