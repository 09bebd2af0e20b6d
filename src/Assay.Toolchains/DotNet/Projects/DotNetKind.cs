using System.Text;
using Assay.Core.Changes;
using Assay.Core.Components;

namespace Assay.Toolchains.DotNet.Projects;

/// <summary>What kind of component a root holds, as far as its production projects agree.</summary>
internal static class DotNetKind
{
    private static readonly string[] Endpoints =
        [".MapGet(", ".MapPost(", ".MapPut(", ".MapDelete(", ".MapPatch(", ".MapMethods(", ".MapGroup(", ".MapControllers(", ".MapHub<", ".MapGrpcService<", "[ApiController]", ": ControllerBase"];

    internal static ComponentKind? Of(IFileTree tree, ToolchainRoot root)
    {
        ProjectFile[] projects = [.. DotNetRoots.Projects(tree, root).Select(path => ProjectFile.Read(tree, path))
            .Where(project => !TestProjects.IsTest(project) && !project.Packages.Contains("BenchmarkDotNet", StringComparer.OrdinalIgnoreCase))];
        ComponentKind?[] kinds = [.. projects.Select(project => Of(tree, project)).Distinct()];
        ComponentKind?[] running = [.. kinds.Where(kind => kind != ComponentKind.Library)];
        return (kinds, running) switch
        {
            ([var only], _) => only,
            // A service, page or tool with its own libraries; a tool beside a library that is given to others could be either.
            (_, [ComponentKind.Service or ComponentKind.Web]) => running[0],
            (_, [ComponentKind.Tool]) when !projects.Any(IsPackage) => ComponentKind.Tool,
            _ => null,
        };
    }

    private static ComponentKind? Of(IFileTree tree, ProjectFile project)
    {
        bool Uses(string sdk) => project.Sdks.Contains(sdk, StringComparer.OrdinalIgnoreCase);
        return project.Own is null ? null
            : Uses("Microsoft.NET.Sdk.BlazorWebAssembly") ? ComponentKind.Web
            : Uses("Microsoft.NET.Sdk.Worker") ? ComponentKind.Service
            : Uses("Microsoft.NET.Sdk.Web") ? OfWeb(tree, project.Folder)
            : project.Property("OutputType")?.ToUpperInvariant() is "EXE" or "WINEXE" ? ComponentKind.Tool
            : ComponentKind.Library;
    }

    private static ComponentKind? OfWeb(IFileTree tree, string folder)
    {
        string[] files = [.. tree.Files.Select(file => file.Path).Where(file => TreePaths.IsBelow(file, folder))];
        bool serves = files.Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            .Any(file => tree.Read(file) is { } bytes && Encoding.UTF8.GetString(bytes) is var text && Endpoints.Any(text.Contains));
        bool shows = files.Any(file => file.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)
            || file.StartsWith(TreePaths.Join(folder, "wwwroot/"), StringComparison.Ordinal));
        return serves ? ComponentKind.Service : shows ? ComponentKind.Web : null;
    }

    private static bool IsPackage(ProjectFile project) =>
        project.Property("PackageId") is not null || project.Property("GeneratePackageOnBuild")?.ToUpperInvariant() == "TRUE";
}
