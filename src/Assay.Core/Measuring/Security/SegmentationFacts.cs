namespace Assay.Core.Measuring.Security;

internal static class SegmentationFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
