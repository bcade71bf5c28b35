using System.Globalization;
using System.Xml;
using IpsJobs.Contracts;

namespace IpsJobs.Benchmarks.Codec;

/// <summary>The submissions that are read and written.</summary>
internal static class CodecDocuments
{
    /// <summary>A submission of about 1.5 KB, as clients send it all day.</summary>
    public static SubmitJobParam Small() => Submission(7);

    /// <summary>The largest submission that the API allows.</summary>
    public static SubmitJobParam Large() => Submission(1000);

    public static byte[] ToBytes(SubmitJobParam param)
    {
        var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, CodecCases.Writing))
            new ContractWriter(xml, ContractVersion.Latest, TimeZoneInfo.Utc).WriteMessage("submitJobParam", param);
        return buffer.ToArray();
    }

    private static SubmitJobParam Submission(int urls) => new()
    {
        CompanyHandle = "c|47",
        JobName = "Pictures of the autumn catalogue",
        Locale = "en-US",
        Description = "Sent every night by the product database",
        UploadUrlsJob = new UploadUrlsJob
        {
            UrlArray = new UploadUrlArray { Items = [.. Enumerable.Range(1, urls).Select(Url)] },
            Overwrite = true,
            ReadyForPublish = true,
            CreateMask = false,
            PhotoshopOptions = new PhotoshopOptions { Process = "None" },
            PdfOptions = new PDFOptions { Process = "Rasterize", Resolution = 150, Colorspace = "Auto" },
            EmailSetting = "ErrorAndWarning",
        },
    };

    private static UploadUrl Url(int number) => new()
    {
        SourceUrl = string.Create(CultureInfo.InvariantCulture, $"https://pictures.example.com/autumn/product-{number:0000}.tif"),
        DestPath = "Catalogue/Autumn/",
    };
}
