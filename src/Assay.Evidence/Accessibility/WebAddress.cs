namespace Assay.Evidence.Accessibility;

/// <summary>The address of a page that a server gives.</summary>
internal static class WebAddress
{
    internal static bool Is(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;
}
