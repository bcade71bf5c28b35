using System.Globalization;
using System.Text;

namespace IpsJobs.Benchmarks.Soak;

/// <summary>Requests of the soak: uploads of one small picture and publishes of what changed, company by company.</summary>
internal static class SoakRequests
{
    private const string Base = "http://www.scene7.com/IpsApi/xsd";
    private const int Names = 10;

    /// <param name="number">Decides company, kind and picture.</param>
    /// <param name="picture">Address of a picture.</param>
    public static StringContent Submit(int number, Uri picture) => Envelope(string.Create(CultureInfo.InvariantCulture, $"""
        <submitJobParam xmlns="{Base}"><companyHandle>{(number / 2 % SoakServer.Companies) + 1}</companyHandle><jobName>Soak {number}</jobName>
        {(number % 2 == 0 ? Upload(number, picture) : Publish)}</submitJobParam>
        """));

    public static StringContent ActiveJobs() => Envelope($"""<getActiveJobsParam xmlns="{Base}"/>""");

    private const string Publish =
        """
        <imageServingPublishJob><publishType>Incremental</publishType><emailSetting>Error</emailSetting></imageServingPublishJob>
        """;

    // The same names again and again: what grows must be the logs alone.
    private static string Upload(int number, Uri picture) => string.Create(CultureInfo.InvariantCulture, $"""
        <uploadUrlsJob><urlArray><items><sourceUrl>{picture}</sourceUrl><destPath>pictures/p{number / 2 / SoakServer.Companies % Names}.png</destPath>
        </items></urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask>
        <emailSetting>Error</emailSetting></uploadUrlsJob>
        """);

    private static StringContent Envelope(string body) => new(
        $"""
        <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>
        <authHeader xmlns="{Base}"><user>bench@example.com</user><password>secret</password></authHeader></soapenv:Header>
        <soapenv:Body>{body}</soapenv:Body></soapenv:Envelope>
        """,
        Encoding.UTF8,
        "text/xml");
}
