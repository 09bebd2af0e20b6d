namespace Assay.Core.Changes;

/// <summary>Trailers by which a commit says who reviewed it.</summary>
public static class ReviewTrailers
{
    /// <summary>A review.</summary>
    public const string Review = "Reviewed-by";

    /// <summary>A review that asked how the change could be abused.</summary>
    public const string SecurityReview = "Security-reviewed-by";
}
