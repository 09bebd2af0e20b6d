namespace Assay.Tests.Evidence;

/// <summary>Tests that measure memory; nothing else runs beside them.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
