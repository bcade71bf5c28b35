using IpsJobs.Contracts;

namespace IpsJobs.Server.Client;

/// <summary>A reply, as read and as received.</summary>
/// <param name="Message">The reply element.</param>
/// <param name="Envelope">The whole envelope as text.</param>
public sealed record IpsReply(IContractType Message, string Envelope);
