namespace Assay.Core.Measuring.Performance;

internal static class DatabaseFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
