using Assay.Core.Evidence;
using Assay.Evidence.CycloneDx;

namespace Assay.Toolchains.Sbom;

/// <summary>Writes the bill of materials of exactly this content. A component without packages leaves none.</summary>
internal static class SbomStep
{
    internal static Step Create(Bill bill, string toolVersion) => new("sbom", StepKind.Sbom, "bill of materials", async (run, cancellation) =>
    {
        BillContents contents = await bill.ReadAsync(run, cancellation).ConfigureAwait(false);
        if (!contents.Packages.IsEmpty)
        {
            using FileStream file = File.Create(Path.Combine(run.Folder, "bom.json"));
            CycloneDxWriter.Write(file, bill.Component.Id, toolVersion, contents.Packages);
        }

        return new StepResult("assay: bill of materials", 0, contents.Problems);
    });
}
