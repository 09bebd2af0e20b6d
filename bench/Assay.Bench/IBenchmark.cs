namespace Assay.Bench;

/// <summary>One benchmark, in one file. It measures each side in processes of its own, so that neither warms or fills the memory of the other.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>Measures, prints, and says whether the bound holds.</summary>
    bool Run();

    /// <summary>The work of one process: one side, once.</summary>
    void RunOnce(string mode, string[] arguments);
}
