namespace Assay.Core.Measuring.Performance;

internal static class TargetFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
