using System.Globalization;
using Assay.Tests.Support;

namespace Assay.Tests.Measuring.Operations;

/// <summary>Records of drills as their commands would leave them.</summary>
internal static class DrillRecords
{
    public const string One = "sha256:1111111111111111111111111111111111111111111111111111111111111111";
    public const string Other = "sha256:2222222222222222222222222222222222222222222222222222222222222222";

    public static string Backup(string restored = One, int rows = 12, DateTimeOffset? at = null, string component = "app") =>
        Of("backup", $$"""{ "original": "{{One}}", "restored": "{{restored}}", "rows": {{rows}} }""", at, component);

    public static string Shutdown(int inFlight = 12, int completed = 12, int lost = 0, DateTimeOffset? at = null) =>
        Of("shutdown", $$"""{ "in_flight": {{inFlight}}, "completed": {{completed}}, "lost": {{lost}}, "seconds": 1.9 }""", at);

    public static string Rollback(string to = Other, int served = 25, int failed = 0, DateTimeOffset? at = null) =>
        Of("rollback", $$"""{ "from": "{{One}}", "to": "{{to}}", "seconds": 4.2, "served_after": {{served}}, "failed_after": {{failed}} }""", at);

    public static string Health(int live = 200, int ready = 200, int? down = 503, DateTimeOffset? at = null) => Of("health", $$"""
        { "checks": [{ "endpoint": "liveness", "path": "/health/live", "state": "healthy", "status": {{live}} },
                     { "endpoint": "readiness", "path": "/health/ready", "state": "healthy", "status": {{ready}} }
                     {{(down is null ? "" : $$""", { "endpoint": "readiness", "path": "/health/ready", "state": "dependency_down", "status": {{down}} }""")}}] }
        """, at);

    public static string Of(string drill, string figures, DateTimeOffset? at = null, string component = "app")
    {
        var ended = at ?? Samples.Noon.AddMinutes(-5);
        return $$"""
            { "schema": "assay/drill/v1", "component": "{{component}}", "drill": "{{drill}}",
              "started_at": "{{Time(ended.AddSeconds(-5))}}", "ended_at": "{{Time(ended)}}", "{{drill}}": {{figures}} }
            """;
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
