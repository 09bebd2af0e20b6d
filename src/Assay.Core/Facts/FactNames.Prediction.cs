namespace Assay.Core.Facts;

public static partial class FactNames
{
    public const string PredictionQualityScore = "prediction.quality_score";
    public const string PredictionRiskAssessed = "prediction.risk_assessed";
    public const string PredictionRecommendationsAnswered = "prediction.recommendations_answered";
    public const string AutomationMonitoringOn = "automation.monitoring_on";
    public const string AutomationRemediationOn = "automation.remediation_on";
}
