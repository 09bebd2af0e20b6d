namespace Assay.Core.Components;

/// <summary>What a file is to the judgement; tooling configures tools and is a rule, not a product.</summary>
public enum FileRole { Production, Test, Generated, Tooling }
