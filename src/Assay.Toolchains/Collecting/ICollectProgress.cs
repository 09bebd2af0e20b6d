namespace Assay.Toolchains.Collecting;

/// <summary>Told what collecting does, for whoever watches.</summary>
public interface ICollectProgress
{
    /// <summary>A step began.</summary>
    void Started(string component, string title);

    /// <summary>A step did not run, since what it would show of this content is there.</summary>
    void Reused(string component, string title);

    /// <summary>The running step's tool printed a line.</summary>
    void Printed(string line);

    /// <summary>The step ended; <paramref name="problem"/> says in one line why its evidence cannot be relied on.</summary>
    void Ended(bool went, string? problem);
}
