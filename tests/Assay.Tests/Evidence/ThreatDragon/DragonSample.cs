namespace Assay.Tests.Evidence.ThreatDragon;

/// <summary>A model as the application saves it, made whole by lines in its descriptions.</summary>
internal static class DragonSample
{
    internal const string Json = """
        {
          "version": "2.3.0",
          "summary": { "title": "App", "owner": "security owner", "id": 0,
            "description": "What the app does.\ncomponent: app\nreviewed on: 2026-11-20\nasset: balances, confidential, Balances of accounts" },
          "detail": {
            "contributors": [{ "name": "payments team" }], "reviewer": "security owner", "diagramTop": 1, "threatTop": 2,
            "diagrams": [{ "id": 0, "title": "Main", "diagramType": "STRIDE", "version": "2.3.0", "cells": [
              { "shape": "trust-boundary-box", "id": "b", "position": { "x": 300, "y": 0 }, "size": { "width": 400, "height": 400 },
                "data": { "type": "tm.BoundaryBox", "name": "Our\nnetwork", "description": "", "isTrustBoundary": true, "hasOpenThreats": false } },
              { "shape": "actor", "id": "1", "position": { "x": 0, "y": 100 }, "size": { "width": 100, "height": 60.5 },
                "data": { "type": "tm.Actor", "name": "Caller", "description": "no spoofing: each caller shows a signed token\nno repudiation: every request is kept with its token", "threats": [] } },
              { "shape": "process", "id": "2", "position": { "x": 400, "y": 100 }, "size": { "width": 100, "height": 100 },
                "data": { "type": "tm.Process", "name": "Service", "description": "covers: src/**\nentry point: HTTP interface\nno tampering: its image is signed and read only\nno repudiation: it writes each posting to the ledger\nno information disclosure: answers hold the caller's own accounts\nno elevation of privilege: there is one role only", "threats": [
                  { "id": "t1", "title": "A stolen token moves money", "status": "Mitigated", "severity": "High", "type": "Spoofing", "modelType": "STRIDE", "number": 1,
                    "description": "DREAD: 8, 5, 4, 3, 6", "mitigation": "Tokens end after ten minutes\nkind: preventive\nowner: payments team", "score": "" },
                  { "id": "t2", "title": "A flood of requests", "status": "Open", "severity": "High", "type": "Denial of service", "modelType": "STRIDE", "number": 2,
                    "description": "", "mitigation": "accepted by: security owner\naccepted until: 2027-01-31\naccepted because: the gateway's limit comes in January", "score": "5/8/8/9/9" } ] } },
              { "shape": "flow", "id": "3", "source": { "cell": "1", "port": "p" }, "target": { "cell": "2" }, "vertices": [{ "x": 250, "y": 210 }],
                "data": { "type": "tm.Flow", "name": "Request", "description": "carries: balances", "isPublicNetwork": true, "threats": [
                  { "id": "t3", "title": "None", "status": "NotApplicable", "type": "Tampering", "description": "", "mitigation": "TLS 1.3 from end to end" },
                  { "id": "t4", "title": "None", "status": "NotApplicable", "type": "Information disclosure", "description": "", "mitigation": "nothing but TLS is listened to" },
                  { "id": "t5", "title": "None", "status": "NotApplicable", "type": "Denial of service", "description": "", "mitigation": "the gateway bounds each caller's rate" } ] } }
            ] }]
          }
        }
        """;
}
