namespace IpsJobs.Storage;

/// <summary>The database cannot be used right now: nothing of what was asked has been stored. The message is fit for the operator.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
