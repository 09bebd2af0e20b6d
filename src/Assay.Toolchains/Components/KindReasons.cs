using Assay.Core.Components;

namespace Assay.Toolchains.Components;

/// <summary>Why the sources of a component look like what they were taken for, in a few words, so that whoever reads the guess can tell whether it is right.</summary>
public static class KindReasons
{
    /// <summary>Null where no kind was found, or in a toolchain that gives no reasons.</summary>
    public static string? Of(Component component) => (component.Toolchains.Select(root => root.Toolchain).FirstOrDefault(), component.DetectedKind) switch
    {
        ("dotnet", ComponentKind.Library) => "no project besides tests is a program",
        ("dotnet", ComponentKind.Tool) => "a project is a program (OutputType Exe), and none is given out as a package",
        ("dotnet", ComponentKind.Service) => "a project maps endpoints, or is a worker",
        ("dotnet", ComponentKind.Web) => "a project shows pages and maps no endpoint",
        ("node", ComponentKind.Tool) => "package.json has bin",
        ("node", ComponentKind.Library) => "package.json has an entry for others and is not private",
        ("node", ComponentKind.Web) => "package.json uses a framework for pages, or there is an index.html",
        ("node", ComponentKind.Service) => "package.json uses a server and has a start script",
        ("python", ComponentKind.Tool) => "its manifest declares scripts",
        ("python", ComponentKind.Service) => "a web server is among its packages",
        ("python", ComponentKind.Library) => "its manifest declares a package, and neither scripts nor a web server",
        _ => null,
    };
}
