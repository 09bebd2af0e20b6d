using System.Collections.Immutable;
using Assay.Core.Quantities;

namespace Assay.Core.Facts;

public static partial class FactCatalog
{
    private const string Assess = "assay assess";
    private const string Automation = "assay watch and assay fix";

    private static ImmutableArray<FactDefinition> Prediction =>
    [
        new(FactNames.PredictionQualityScore, Unit.Percent, About.Change, "Predicted quality score.", Assess, Assess),
        new(FactNames.PredictionRiskAssessed, Unit.Boolean, About.Change, "The risk of the change was assessed.", Assess, Assess),
        new(FactNames.PredictionRecommendationsAnswered, Unit.Percent, About.Change, "Recommendations applied or answered.", Assess, Assess),
        new(FactNames.AutomationMonitoringOn, Unit.Boolean, About.State, "Live quality monitoring is on.", "assay watch", Automation),
        new(FactNames.AutomationRemediationOn, Unit.Boolean, About.State, "Automated remediation is on.", "assay fix", Automation),
    ];
}
