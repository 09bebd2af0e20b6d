namespace Assay.Evidence.Store;

/// <summary>An empty folder for one step to write into. What was not committed is removed on disposal.</summary>
public sealed class StepFolder : IDisposable
{
    internal StepFolder(string component, string step, string path) => (Component, Step, Path) = (component, step, path);

    /// <summary>Id of the component.</summary>
    public string Component { get; }

    /// <summary>Name of the step.</summary>
    public string Step { get; }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <inheritdoc />
    public void Dispose() => StoreFiles.TryRemove(Path);
}
