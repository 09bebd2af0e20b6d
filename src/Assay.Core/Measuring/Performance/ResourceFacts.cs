namespace Assay.Core.Measuring.Performance;

internal static class ResourceFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
