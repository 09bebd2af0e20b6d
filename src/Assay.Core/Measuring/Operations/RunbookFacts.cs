namespace Assay.Core.Measuring.Operations;

internal static class RunbookFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
