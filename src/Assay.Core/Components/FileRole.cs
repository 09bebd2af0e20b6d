namespace Assay.Core.Components;

/// <summary>What a file is to the judgement.</summary>
public enum FileRole { Production, Test, Generated }
