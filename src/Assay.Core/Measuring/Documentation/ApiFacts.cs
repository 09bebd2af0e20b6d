namespace Assay.Core.Measuring.Documentation;

internal static class ApiFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
