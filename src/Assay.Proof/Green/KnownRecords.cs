using Assay.Evidence.Store;
using Assay.Proof.Running;

namespace Assay.Proof.Green;

/// <summary>
/// Which records this machine's proofs wrote, by digest, in the user's own cache folder: a record that came with a restored <c>.assay</c>, or from anybody else, is not
/// among them. Where nothing can be kept there, none is known.
/// </summary>
internal sealed class KnownRecords(string folder)
{
    /// <summary>More make the oldest give way.</summary>
    private const int Most = 1000;

    public bool Has(StepRecord record) => File.Exists(Place(record));

    public void Add(StepRecord record)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Place(record), []);
            foreach (var old in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most).ToList()) old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is not known is run again.
        }
    }

    private string Place(StepRecord record) => Path.Combine(folder, ResultKey.DigestOf(
    [
        record.Component, record.Step, record.Kind.ToString(), record.Subject, record.Command, record.Folder, $"{record.ExitCode}", $"{record.StartedAt:O}", $"{record.EndedAt:O}",
        record.ToolVersion, record.Tools, record.RanIn, .. record.Outputs.SelectMany(output => (string[])[output.Path, output.Digest]),
    ]));
}
