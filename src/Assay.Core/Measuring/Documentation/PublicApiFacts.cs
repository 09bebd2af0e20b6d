namespace Assay.Core.Measuring.Documentation;

internal static class PublicApiFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
