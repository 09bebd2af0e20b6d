namespace Assay.Core.Measuring.Performance;

internal static class PageFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
