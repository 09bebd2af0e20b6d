using System.Diagnostics;
using Prometheus;

namespace Payments.Monitoring;

/// <summary>What this instance counts about itself, in the Prometheus text format at <c>/metrics</c>.</summary>
internal sealed class ServiceMetrics
{
    /// <summary>Seconds. 0.2 and 0.5 are the figures that slo.yaml and the alert rules ask about.</summary>
    private static readonly double[] RequestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30];

    /// <summary>Seconds. 0.01, 0.05 and 0.1 are the limits of simple queries, transactions and complex queries.</summary>
    private static readonly double[] DatabaseBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

    private readonly Histogram databaseDuration;
    private readonly Counter databaseFailures;

    public ServiceMetrics()
    {
        var factory = Metrics.WithCustomRegistry(Registry);
        databaseDuration = factory.CreateHistogram(
            "db_client_operation_duration_seconds",
            "How long operations of the ledger's database take, waiting for other processes' locks included.",
            ["query_class"],
            new HistogramConfiguration { Buckets = DatabaseBuckets });
        databaseFailures = factory.CreateCounter(
            "db_client_operation_failures_total", "Operations of the ledger's database that failed.", ["query_class"]);
        PendingWrites = factory.CreateGauge(
            "db_client_connection_pending_requests", "Writes that wait for the one writer that SQLite admits.");
        RequestLimit = factory.CreateGauge(
            "payments_requests_limit_per_second", "How many requests this instance takes in one second.");
        RequestsRefused = factory.CreateCounter(
            "payments_requests_refused_total", "Requests refused with 503 over_limit.");

        foreach (var queryClass in Enum.GetValues<QueryClass>())
        {
            databaseDuration.WithLabels(LabelOf(queryClass)).Publish();
            databaseFailures.WithLabels(LabelOf(queryClass)).Publish();
        }

        RequestDuration = factory.CreateHistogram(
            "http_request_duration_seconds",
            "How long requests take, by status.",
            ["code", "method", "endpoint"],
            new HistogramConfiguration { Buckets = RequestBuckets });
        RequestCount = factory.CreateCounter(
            "http_requests_received_total", "Requests answered, by status.", ["code", "method", "endpoint"]);
        RequestsInProgress = factory.CreateGauge(
            "http_requests_in_progress", "Requests that are being worked on now.", ["method", "endpoint"]);

        ProcessMetrics.Register(Registry, factory);
    }

    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    public Histogram RequestDuration { get; }

    public Counter RequestCount { get; }

    public Gauge RequestsInProgress { get; }

    public Gauge RequestLimit { get; }

    public Counter RequestsRefused { get; }

    public Gauge PendingWrites { get; }

    /// <summary>Times an operation of the database and counts it if it fails.</summary>
    public T Timed<T>(QueryClass queryClass, Func<T> operation)
    {
        var started = Stopwatch.GetTimestamp();
        var succeeded = false;
        try
        {
            var result = operation();
            succeeded = true;
            return result;
        }
        finally
        {
            databaseDuration.WithLabels(LabelOf(queryClass)).Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (!succeeded)
            {
                databaseFailures.WithLabels(LabelOf(queryClass)).Inc();
            }
        }
    }

    private static string LabelOf(QueryClass queryClass) => queryClass.ToString().ToLowerInvariant();
}
