using System.Collections.Immutable;
using Assay.Core.Components;

namespace Assay.Toolchains.Node;

/// <summary>What kind of component a package is, from what it declares; null where that does not tell.</summary>
internal static class NodeKind
{
    private static readonly ImmutableArray<string> Servers = ["express", "fastify", "koa", "@nestjs/core", "hono", "@hapi/hapi", "h3", "nitropack"];
    private static readonly ImmutableArray<string> Pages = ["next", "nuxt", "astro", "@sveltejs/kit", "@remix-run/react", "gatsby", "@angular/core"];

    internal static ComponentKind? Of(NodeProject project)
    {
        NodeManifest manifest = project.Root.Manifest;
        if (manifest.HasBin)
        {
            return ComponentKind.Tool;
        }

        if (manifest.HasEntry && !manifest.IsPrivate)
        {
            return ComponentKind.Library;
        }

        if (manifest.Uses(Pages.AsSpan()) || project.Has(project.Root, name => name == "index.html"))
        {
            return ComponentKind.Web;
        }

        return manifest.Uses(Servers.AsSpan()) && manifest.Scripts.ContainsKey("start") ? ComponentKind.Service : null;
    }
}
