namespace Assay.Core.Measuring.Documentation;

internal static class DecisionFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
