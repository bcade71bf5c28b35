namespace IpsJobs.Core.Accounts;

/// <summary>Who calls what.</summary>
/// <param name="Caller">The authenticated account.</param>
/// <param name="Operation">Name of the operation, e.g. <c>submitJob</c>.</param>
/// <param name="Locale">Locale of the request; null when none was given or it was malformed.</param>
public sealed record RequestContext(Account Caller, string Operation, string? Locale)
{
    /// <summary>Address the request came from; the requests of one upload session must agree in it.</summary>
    public string ClientAddress { get; init; } = "";

    public string Email => Caller.User.Email;
}
