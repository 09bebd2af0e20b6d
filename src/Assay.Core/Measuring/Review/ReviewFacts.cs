namespace Assay.Core.Measuring.Review;

internal static class ReviewFacts
{
    public static void Add(MeasureInput input, FactDraft draft)
    {
    }
}
