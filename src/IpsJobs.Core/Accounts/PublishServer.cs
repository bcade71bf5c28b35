namespace IpsJobs.Core.Accounts;

/// <summary>A directory that receives what is published in a context. A context is active if one of its servers is.</summary>
public sealed record PublishServer(int ServerId, int ContextId, string Name, string Directory, bool IsActive);
