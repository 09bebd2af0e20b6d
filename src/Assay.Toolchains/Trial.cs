using System.Collections.Immutable;
using Assay.Core.Observations;

namespace Assay.Toolchains;

/// <summary>How tests are run in one of several trees that are compared: only set-up, build and tests, and nothing that the comparison does not need.</summary>
/// <param name="Coverage">Measure coverage too.</param>
/// <param name="Only">These tests alone, or a little more where the runner cannot be told so exactly; all where empty.</param>
public sealed record Trial(bool Coverage, ImmutableArray<TestCase> Only);
