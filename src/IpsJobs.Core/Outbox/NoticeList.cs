using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Outbox;

/// <summary>Things that a notice names.</summary>
/// <param name="Heading">What they have in common.</param>
/// <param name="Lines">The first of them, in order.</param>
/// <param name="Omitted">How many there are more, in words; null when all are named.</param>
public sealed record NoticeList(LocalizedMessage Heading, IReadOnlyList<NoticeLine> Lines, LocalizedMessage? Omitted);
