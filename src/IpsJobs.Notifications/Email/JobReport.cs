using IpsJobs.Core.Accounts;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Notifications.Email;

/// <summary>What a mail says about an ended instance.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Company">Its company; null when it has been removed meanwhile.</param>
/// <param name="Outcome">The End row, which may carry notes.</param>
/// <param name="Errors">Empty when the e-mail setting asks for none.</param>
/// <param name="Warnings">Empty when the e-mail setting asks for none.</param>
public sealed record JobReport(JobInstance Instance, Company? Company, LogRow? Outcome, RowList Errors, RowList Warnings);
