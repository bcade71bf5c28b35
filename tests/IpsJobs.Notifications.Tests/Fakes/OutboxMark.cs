namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>What a sender reported about a row.</summary>
internal sealed record OutboxMark(long OutboxId, bool Sent, string? Reason, DateTimeOffset? NextUtc);
