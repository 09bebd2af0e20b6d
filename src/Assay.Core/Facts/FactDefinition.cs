using Assay.Core.Quantities;

namespace Assay.Core.Facts;

/// <summary>Whether a fact is about what stands or about the change.</summary>
public enum About { State, Change }

/// <summary>What a fact is, and which later capability gives it while nothing does yet.</summary>
/// <param name="Meaning">What exactly is measured, in one or two sentences.</param>
/// <param name="From">Where its evidence comes from: formats, tools, files.</param>
/// <param name="Later">What will give it; null where this version measures it.</param>
public sealed record FactDefinition(string Name, Unit Unit, About About, string Meaning, string From, string? Later = null);
