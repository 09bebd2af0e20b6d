using System.Collections.Immutable;
using Assay.Core.Changes;
using Assay.Toolchains.DotNet.Projects;

namespace Assay.Toolchains.DotNet.Trials;

/// <summary>What the steps of one trial share.</summary>
internal sealed class TrialWork
{
    internal TrialWork(DotNetWork work, Trial trial)
    {
        (Work, Trial) = (work, trial);
        IFileTree tree = work.Context.Tree;
        (string Path, ProjectFile File)[] all = [.. work.Projects.Select(project => (project, ProjectFile.Read(tree, project)))];
        Said = [.. all.Where(project => TestProjects.IsRunnable(project.File)).Select(project => project.Path)];
        ImmutableArray<string> tests = [.. all.Where(project => TestProjects.IsTest(project.File) || TestProjects.IsRunnable(project.File)).Select(project => project.Path)];
        HoldsTests = !tests.IsEmpty;
        Projects = tests.IsEmpty ? [.. work.Projects] : [.. all.Where(project => tests.Contains(project.Path) || !project.File.TellsAll).Select(project => project.Path)];
    }

    internal DotNetWork Work { get; }

    internal Trial Trial { get; }

    /// <summary>Projects that run tests by their text, relative to the repository: those that MSBuild then has to see as such.</summary>
    internal ImmutableArray<string> Said { get; }

    /// <summary>Some project is a test by its text.</summary>
    internal bool HoldsTests { get; }

    /// <summary>What is restored and built, with all that it references: the tests, what helps them, and projects whose text does not tell; every project where the text of none tells that it is one.</summary>
    internal ImmutableArray<string> Projects { get; }

    /// <summary>What the build of this tree made; null until it has ended well, so that nothing of an earlier tree is run.</summary>
    internal TrialBuilt? Built { get; set; }

    /// <summary>Properties that a solution gives to its projects, and what would make the same source compile anew for another commit.</summary>
    internal ImmutableArray<string> Properties()
    {
        ImmutableArray<string> shared = ["-p:IncludeSourceRevisionInInformationalVersion=false", "-p:EnableSourceLink=false"];
        if (SolutionFile.Rank(Work.Entry) < 0)
        {
            return shared;
        }

        string path = Work.OnDisk(Work.Root.Entry);
        return
        [
            .. shared, $"-p:SolutionDir={Work.Folder}{Path.DirectorySeparatorChar}", $"-p:SolutionPath={path}", $"-p:SolutionFileName={Work.Entry}",
            $"-p:SolutionName={Path.GetFileNameWithoutExtension(Work.Entry)}", $"-p:SolutionExt={Path.GetExtension(Work.Entry)}",
        ];
    }
}

/// <summary>What a build left.</summary>
/// <param name="Projects">Every project and target framework that was built.</param>
/// <param name="Missing">Target frameworks of test projects that were left out because they cannot run here, by absolute path of the project.</param>
internal sealed record TrialBuilt(ImmutableArray<ProjectDescription> Projects, ImmutableArray<(string Project, string Framework)> Missing);
