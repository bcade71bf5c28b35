using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IpsJobs.Testing.Smtp;

/// <summary>A certificate for the loopback address from an authority that nobody knows.</summary>
internal sealed class TestCertificate : IDisposable
{
    public const string AuthorityName = "authority.pem";
    public const string ServerName = "server.pem";
    public const string KeyName = "server.key";

    // Certificates are checked against the machine's clock, not the test's.
    private static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-1);
    private readonly ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void WriteTo(string folder)
    {
        using var authority = Authority();
        using var server = Server(authority);
        File.WriteAllText(Path.Combine(folder, AuthorityName), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, ServerName), server.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, KeyName), serverKey.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        authorityKey.Dispose();
        serverKey.Dispose();
    }

    private X509Certificate2 Authority()
    {
        var request = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(From, From.AddDays(30));
    }

    private X509Certificate2 Server(X509Certificate2 authority)
    {
        var request = new CertificateRequest("CN=127.0.0.1", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        return request.Create(authority, From, From.AddDays(20), RandomNumberGenerator.GetBytes(8));
    }
}
