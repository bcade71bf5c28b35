using System.Text;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.UploadFile;

/// <summary>A multipart body, written byte by byte.</summary>
internal sealed class UploadBody
{
    public const string Boundary = "=_bound:ary";
    private readonly List<byte> bytes = [];

    public static string ContentType => $"multipart/form-data; boundary=\"{Boundary}\"";

    public UploadBody Part(string headers, byte[] content)
    {
        Write($"--{Boundary}\r\n{headers}\r\n\r\n");
        bytes.AddRange(content);
        Write("\r\n");
        return this;
    }

    public UploadBody Part(string headers, string content) => Part(headers, Encoding.UTF8.GetBytes(content));

    public UploadBody Auth(string user = "user@example.com", string fields = "") =>
        Part("Content-Disposition: form-data; name=\"auth\"", SoapText.AuthHeader(user, fields));

    public UploadBody Param(string fields, string version = "2014-04-03", string root = "uploadPostParam") => Part(
        "Content-Disposition: form-data; name=uploadParams\r\nContent-Type: text/plain; charset=US-ASCII\r\nContent-Transfer-Encoding: 8bit",
        $"<?xml version=\"1.0\"?>{SoapText.InNamespace($"<{root}><companyHandle>c|47</companyHandle>{fields}</{root}>", version)}");

    public UploadBody File(string fileName, byte[] content) => Part(
        $"Content-Disposition: form-data; name=\"whatever\"; filename=\"{fileName}\"\r\n"
        + "Content-Type: image/png; charset=UTF-16\r\nContent-Transfer-Encoding: base64",
        content);

    public byte[] End()
    {
        Write($"--{Boundary}--\r\n");
        return [.. bytes];
    }

    /// <summary>Without its end.</summary>
    public byte[] Cut() => [.. bytes];

    private void Write(string text) => bytes.AddRange(Encoding.UTF8.GetBytes(text));
}
