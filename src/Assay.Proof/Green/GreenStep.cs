namespace Assay.Proof.Green;

/// <summary>A step of tests at head with the reports that it left.</summary>
/// <param name="Component">Id of the component.</param>
/// <param name="Name">As a check names the same step.</param>
/// <param name="Command">As a user would type it.</param>
/// <param name="Folder">Folder that it ran in, relative to the repository.</param>
/// <param name="Reports">Absolute path of the folder with its reports, which lasts as long as the proof.</param>
/// <param name="Root">Absolute path of the clone that it ran in, which reports may name.</param>
public sealed record GreenStep(string Component, string Name, string Command, string Folder, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Reports, string Root);
