namespace Assay.Core.Measuring.Documentation;

internal static class ReadmeFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
