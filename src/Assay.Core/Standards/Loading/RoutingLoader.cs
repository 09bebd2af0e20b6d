using Assay.Core.Yaml;

namespace Assay.Core.Standards.Loading;

/// <summary>Reads <c>routing</c>.</summary>
internal static class RoutingLoader
{
    public static Routing Load(YamlFields root)
    {
        if (root.Map("routing", StandardKeys.Routing) is not { } routing) return new Routing(0, 0, []);
        var (standard, enterprise) = (routing.Number("standard_from"), routing.Number("enterprise_from"));
        if (standard == 0) routing.Reject("standard_from", "standard_from must be at least 1");
        if (enterprise <= standard)
            routing.Reject("enterprise_from", $"enterprise_from must be above standard_from, found {enterprise} after {standard}", "Let the profiles rise with the number of files.");
        return new Routing(standard ?? 0, enterprise ?? 0, routing.Globs("sensitive"));
    }
}
