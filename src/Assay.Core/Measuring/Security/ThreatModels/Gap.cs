namespace Assay.Core.Measuring.Security.ThreatModels;

/// <summary>Something that a threat model leaves open, and the line that it is about.</summary>
internal readonly record struct Gap(int? Line, string What);
