namespace Assay.Core.Measuring.Documentation;

internal static class SessionFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
