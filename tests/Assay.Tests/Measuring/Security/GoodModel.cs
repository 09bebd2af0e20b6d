namespace Assay.Tests.Measuring.Security;

/// <summary>A threat model that leaves nothing open, for the component <c>app</c> with sources under src/.</summary>
internal static class GoodModel
{
    internal const string Yaml = """
        schema: assay/threat-model/v1
        component: app
        reviewed_by: security owner
        reviewed_on: 2026-11-20
        assets:
          - { id: balances, title: Balances of accounts, classification: confidential }
        boundaries:
          - { id: internet, title: Internet and our network }
        elements:
          - id: client
            title: Callers
            kind: external
            no_threat:
              spoofing: Each caller shows a token signed by us
              repudiation: Every request is kept with its token
          - id: api
            title: The service
            kind: process
            covers: ["src/**"]
            no_threat:
              tampering: Its image is signed and read only
              repudiation: It writes each posting to the ledger
              information_disclosure: Answers hold the caller's own accounts only
              elevation_of_privilege: There is one role, and no administration
          - id: ledger
            title: The ledger
            kind: store
            holds: [balances]
            no_threat:
              tampering: Postings sum to zero and are checked
              repudiation: Each posting names its request
              information_disclosure: The disk is encrypted by the platform
              denial_of_service: Only the service can reach it
        entry_points:
          - { id: http, title: HTTP interface, element: api }
        flows:
          - id: request
            from: client
            to: api
            carries: [balances]
            crosses: [internet]
            no_threat:
              tampering: TLS 1.3 from end to end
              information_disclosure: Nothing but TLS is listened to
              denial_of_service: The gateway bounds each caller's rate
          - { id: query, from: api, to: ledger, carries: [balances] }
        threats:
          - id: T1
            title: A stolen token moves money
            element: api
            category: spoofing
            dread: { damage: 8, reproducibility: 5, exploitability: 4, affected_users: 3, discoverability: 6 }
            mitigations:
              - { kind: preventive, what: Tokens end after ten minutes, owner: payments team, status: implemented }
          - id: T2
            title: A flood of requests leaves no thread
            element: api
            category: denial_of_service
            dread: { damage: 5, reproducibility: 8, exploitability: 8, affected_users: 9, discoverability: 9 }
            accepted: { by: security owner, until: 2027-01-31, reason: The gateway's limit comes in January }

        """;

    /// <summary>The model with one piece replaced, which must be there.</summary>
    internal static string With(string old, string replacement)
    {
        Assert.Contains(old, Yaml, StringComparison.Ordinal);
        return Yaml.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>The model about card data.</summary>
    internal static string WithCard(string boundary) =>
        With("classification: confidential", "classification: cardholder").Replace("{ id: internet, title: Internet and our network }", boundary, StringComparison.Ordinal);
}
