using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Outbox;

/// <summary>One thing that a notice names.</summary>
/// <param name="Name">Its name or path, which is never translated.</param>
/// <param name="Text">What is said of it.</param>
public sealed record NoticeLine(string Name, LocalizedMessage Text);
