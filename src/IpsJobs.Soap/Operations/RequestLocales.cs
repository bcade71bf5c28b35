using IpsJobs.Core.Text;
using IpsJobs.Soap.Security;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Operations;

/// <summary>The languages a request asks for; a malformed one counts as not given.</summary>
/// <param name="Header">Locale of the authHeader.</param>
/// <param name="Accepted">Best locale of Accept-Language.</param>
public sealed record RequestLocales(string? Header, string? Accepted)
{
    /// <summary>Language of faults and progress messages; null means the server's.</summary>
    public string? Preferred => Header ?? Accepted;

    /// <summary>Language of messages of a job's log: the job's own locale comes after the authHeader, but before Accept-Language.</summary>
    public string? ForLog(string? jobLocale) => Header ?? jobLocale ?? Accepted;

    internal static RequestLocales Read(RequestHeader header, IHeaderDictionary http) => new(
        Locales.TryNormalize(header.Locale, out var locale) ? locale : null,
        Locales.ParseAcceptLanguage(http.AcceptLanguage) is [var best, ..] ? best : null);
}
