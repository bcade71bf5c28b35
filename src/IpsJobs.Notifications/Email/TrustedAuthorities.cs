using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace IpsJobs.Notifications.Email;

/// <summary>Trusts certificates of the machine's authorities and of those in one more file, nothing else.</summary>
internal sealed class TrustedAuthorities(string pemFile)
{
    /// <summary>The decision on a server's certificate; name, dates and purpose must be right in every case.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 server && IsOfOurs(server, chain);
    }

    private bool IsOfOurs(X509Certificate2 server, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(pemFile);
        // A private authority rarely publishes which certificates it has revoked.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(server);
    }
}
