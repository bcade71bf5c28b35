using IpsJobs.Core.Text;
using IpsJobs.Soap.Security;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Operations;

/// <summary>The languages a request asks for; a malformed one counts as not given.</summary>
/// <param name="Header">Locale of the authHeader.</param>
/// <param name="Accepted">Best locale of Accept-Language.</param>
public sealed record RequestLocales(string? Header, string? Accepted)
{
    private static readonly RequestLocales None = new(Header: null, Accepted: null);

    /// <summary>Language of faults and progress messages; null means the server's.</summary>
    public string? Preferred => Header ?? Accepted;

    /// <summary>Language of messages of a job's log: the job's own locale comes after the authHeader, but before Accept-Language.</summary>
    public string? ForLog(string? jobLocale) => Header ?? jobLocale ?? Accepted;

    internal static RequestLocales Read(RequestHeader header, IHeaderDictionary http) =>
        header.Locale is null && http.AcceptLanguage.Count == 0 ? None : new(FromHeader(header.Locale), Best(http.AcceptLanguage));

    private static string? FromHeader(string? given) => Locales.TryNormalize(given, out var locale) ? locale : null;

    private static string? Best(string? acceptLanguage) => Locales.ParseAcceptLanguage(acceptLanguage) is [var best, ..] ? best : null;
}
