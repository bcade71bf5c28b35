using System.Net.Http.Headers;
using System.Text;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Uploads;

/// <summary>Writes a multipart request byte by byte, as a client would that knows nothing of our reader.</summary>
internal sealed class Multipart
{
    private const string Boundary = "----IpsJobsBoundary7MA4YWxk";
    private readonly List<byte> body = [];

    /// <summary>A request of the sample user.</summary>
    public static Multipart As(string email = RunningServer.Email, string headerFields = "") => new Multipart().Text(
        "auth",
        $"<authHeader xmlns=\"{Wire.Base}\"><user>{email}</user><password>{RunningServer.Password}</password>{headerFields}</authHeader>");

    /// <summary>Adds a part without a file name.</summary>
    public Multipart Text(string name, string content, string headers = "") =>
        Raw($"Content-Disposition: form-data; name=\"{name}\"\r\n{headers}", Encoding.UTF8.GetBytes(content));

    /// <summary>Adds the parameters of a request to company 47.</summary>
    public Multipart Param(string fields, string ns = Wire.Latest) =>
        Text("uploadParams", $"<uploadPostParam xmlns=\"{ns}\"><companyHandle>c|47</companyHandle>{fields}</uploadPostParam>");

    /// <summary>Adds a file.</summary>
    public Multipart File(string fileName, byte[] content) => Raw(
        $"Content-Disposition: form-data; name=\"file\"; filename=\"{fileName}\"\r\n"
        + "Content-Type: application/octet-stream; charset=ISO-8859-1\r\nContent-Transfer-Encoding: base64\r\n",
        content);

    public Multipart Raw(string headers, byte[] content)
    {
        Write($"--{Boundary}\r\n{headers}\r\n");
        body.AddRange(content);
        Write("\r\n");
        return this;
    }

    public HttpContent ToContent()
    {
        Write($"--{Boundary}--\r\n");
        var content = new ByteArrayContent([.. body]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + Boundary);
        return content;
    }

    private void Write(string text) => body.AddRange(Encoding.UTF8.GetBytes(text));
}
