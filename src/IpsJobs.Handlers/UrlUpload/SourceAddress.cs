using System.Net.Http.Headers;
using System.Text;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>An address to fetch, taken apart so that its credentials can go nowhere but into the request's header.</summary>
public sealed class SourceAddress
{
    private SourceAddress(Uri given)
    {
        var bare = new UriBuilder(given) { UserName = "", Password = "", Fragment = "" };
        Request = bare.Uri;
        bare.Query = "";
        Display = bare.Uri.AbsoluteUri;
        Credentials = given.UserInfo.Length == 0 ? null : Basic(given.UserInfo);
    }

    /// <summary>What is requested: no credentials.</summary>
    public Uri Request { get; }

    /// <summary>What people may see: no credentials, no query (signed addresses carry their secret there).</summary>
    public string Display { get; }

    /// <summary>Basic authentication from the user part of the address; null when it has none.</summary>
    public AuthenticationHeaderValue? Credentials { get; }

    /// <summary>Last path segment, percent-decoded; empty when the path ends in a slash.</summary>
    public string FileName => Uri.UnescapeDataString(Request.AbsolutePath[(Request.AbsolutePath.LastIndexOf('/') + 1)..]);

    /// <summary>Null when the text is no absolute <c>http</c> or <c>https</c> address.</summary>
    public static SourceAddress? Find(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0
            ? new SourceAddress(uri)
            : null;

    private static AuthenticationHeaderValue Basic(string userInfo) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(userInfo))));
}
