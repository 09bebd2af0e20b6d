namespace Assay.Core.Measuring.Performance;

internal static class LoadFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
