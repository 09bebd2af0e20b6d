namespace Assay.Tests.Standards;

/// <summary>The smallest standard that says something, to be broken by tests.</summary>
internal static class SmallStandard
{
    public const string Text = """
        schema: assay/standard/v1
        name: small
        version: 1.0.0
        routing:
          standard_from: 5
          enterprise_from: 16
          sensitive: [scripts/**]
        gates:
          - id: tdd
            title: Tests
            why: Because.
            criteria:
              - id: coverage_lines
                fact: coverage.lines
                at_least: 90 %
                phase: code_completion
                profile: standard
                by: author
                why: Seen.
                remedy: Test it.
        targets:
          performance:
            api_p95: 200 ms
            web_cls: 0.1 points
          resources:
            memory: 512 MB
          alerts:
            - { id: errors, signal: error_rate, above: 1 %, for: 5 min }
          deployment:
            canary: [{ traffic: 100 %, for: 60 min }]
            success:
              error_rate: { below: 0.5 % }
              latency_p95: { below: 200 ms }
              business_metric_drop: { at_most: 5 % }
            rollback:
              error_rate: 2 %
              latency_p95: 500 ms
              business_metric_drop: 10 %

        """;
}
