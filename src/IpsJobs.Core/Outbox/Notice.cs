using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Outbox;

/// <summary>A mail to the administrators of a company that no job caused. Kept as messages and put into words when it is sent.</summary>
/// <param name="CompanyId">The company it is about.</param>
/// <param name="CompanyName">Its name when the reason came up.</param>
/// <param name="Heading">What it is about; part of the subject.</param>
/// <param name="Text">What has happened and what can be done, in a sentence or two.</param>
public sealed record Notice(int CompanyId, string CompanyName, LocalizedMessage Heading, LocalizedMessage Text)
{
    /// <summary>Things the text speaks of; null for none.</summary>
    public NoticeList? List { get; init; }
}
