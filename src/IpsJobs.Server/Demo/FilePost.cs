using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Imaging.Tools;

namespace IpsJobs.Server.Demo;

/// <summary>Uploads files as a browser does: one multipart request to the upload address.</summary>
internal sealed class FilePost(HttpClient http, Uri service, string email, string password, int companyId)
{
    private static readonly XNamespace Api = ContractVersion.Latest.Namespace;

    /// <summary>A document, a vignette, a caption and, where it can be made, a video.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, byte[]>
        {
            ["brochure.pdf"] = SampleDocument.Write(pages: 3),
            ["sofa.vnt"] = "A vignette of the demo; its format is proprietary."u8.ToArray(),
            ["welcome_en.vtt"] = "WEBVTT\n\n00:00.000 --> 00:01.000\nWelcome\n"u8.ToArray(),
        };
        if (await SampleVideo.FindAsync(cancellationToken) is { } video)
            files["welcome.mp4"] = video;
        return files;
    }

    /// <summary>Programs that the sample files and what is made of them need and this machine lacks.</summary>
    public static IReadOnlyList<string> Missing => [.. new[] { SampleVideo.Program, "pdfinfo", "pdffonts", "pdftoppm" }.Where(p => ToolPaths.Find(p) is null)];

    /// <returns>Handle of the job.</returns>
    public async Task<string> SendAsync(string jobName, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        using var content = new MultipartFormDataContent
        {
            { Xml(new XElement(Api + "authHeader", new XElement(Api + "user", email), new XElement(Api + "password", password))), "auth" },
            { Xml(Param(jobName)), "uploadParams" },
        };
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), "file", name);
        using var response = await http.PostAsync(new Uri(service, "../UploadFile"), content, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return XDocument.Parse(text).Descendants().FirstOrDefault(e => e.Name.LocalName == "jobHandle")?.Value
            ?? throw new HttpRequestException($"The upload was answered with HTTP {(int)response.StatusCode}: {text}");
    }

    private XElement Param(string jobName) => new(
        Api + "uploadPostParam",
        new XElement(Api + "companyHandle", new CompanyHandle(companyId).ToString(HandleForm.D2)),
        new XElement(Api + "jobName", jobName),
        new XElement(Api + "destFolder", "Demo/"),
        new XElement(Api + "endJob", true),
        new XElement(
            Api + "uploadParams",
            new XElement(Api + "overwrite", true),
            new XElement(Api + "readyForPublish", true),
            new XElement(Api + "createMask", false),
            new XElement(Api + "emailSetting", EmailSettings.None)));

    private static StringContent Xml(XElement content) => new(content.ToString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("text/xml"));
}
