namespace IpsJobs.Core.Jobs;

/// <summary>A worker takes an instance on: state and header rows commit together.</summary>
/// <param name="InstanceId">The instance, in New, WaitingCoordinator or (after a restart) Running or Stopping.</param>
/// <param name="ServerName">Worker host.</param>
/// <param name="Rows">Begin row and header rows; ignored when the instance has its Begin row already.</param>
/// <param name="ResumeNote">Added to the Begin row when the instance is resumed.</param>
public sealed record InstanceStart(long InstanceId, string ServerName, IReadOnlyList<LogRow> Rows, AuxEntry ResumeNote);
