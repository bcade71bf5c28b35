using System.Text;
using System.Xml;
using IpsJobs.Contracts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Submission;
using IpsJobs.Soap.Envelopes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IpsJobs.Soap.UploadFile;

/// <summary>Reads a multipart request part by part, in whatever order the parts come.</summary>
internal sealed class UploadFormReader(
    UploadDocuments documents, UploadAdmission admission, FileReceiver receiver, IOptions<ApiOptions> options)
{
    private const string MediaType = "multipart/form-data";
    private const string AuthPart = "auth";
    private const string ParamPart = "uploadParams";
    private const int BufferBytes = 64 * 1024;

    /// <summary>True for a request that this can read.</summary>
    /// <exception cref="RuleViolationException">30003: the request is not multipart.</exception>
    public static string RequireBoundary(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var media)
            && media.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(media.Boundary)
                : default;
        return boundary.Length > 0
            ? boundary.ToString()
            : throw Violations.InvalidRequestXml("The request is not multipart/form-data with a boundary");
    }

    /// <summary>Fills <paramref name="form"/> from the body, to its end.</summary>
    /// <exception cref="RuleViolationException">30003: the body is damaged or ends too early.</exception>
    public async Task ReadAsync(HttpContext context, string boundary, UploadForm form, UploadFolder folder)
    {
        var parts = new MultipartReader(boundary, context.Request.Body, BufferBytes);
        while (await PartBody.NextAsync(parts, context.RequestAborted) is { } part)
            await ReadPartAsync(context, part, form, folder);
        form.IsBodyRead = true;
    }

    private async Task ReadPartAsync(HttpContext context, MultipartSection part, UploadForm form, UploadFolder folder)
    {
        var disposition = PartDisposition.Parse(part.ContentDisposition);
        if (disposition.Name is AuthPart or ParamPart)
            await ReadDocumentAsync(context, part.Body, disposition.Name, form);
        else if (disposition.FileName is { Length: > 0 } fileName && !form.IsLost)
            await ReceiveAsync(context, part.Body, fileName, form, folder);
    }

    private async Task ReadDocumentAsync(HttpContext context, Stream body, string name, UploadForm form)
    {
        using var document = await PartBody.ReadAllAsync(body, options.Value.MaxRequestBytes, context.RequestAborted);
        try
        {
            if (name == AuthPart)
                UploadDocuments.ReadAuth(document, form);
            else
                documents.ReadParam(document, form);
        }
        catch (Exception malformed) when (malformed
            is RuleViolationException or XmlException or ContractFormatException or DecoderFallbackException)
        {
            form.Malformed ??= malformed;
        }

        await admission.LookAsync(context, form);
    }

    private async Task ReceiveAsync(HttpContext context, Stream body, string fileName, UploadForm form, UploadFolder folder)
    {
        try
        {
            form.Files.Add(await receiver.ReceiveAsync(body, fileName, folder, form.Files.Count + 1, context.RequestAborted));
        }
        catch (RuleViolationException refusal) when (refusal.Code == Core.Constants.FaultCodes.InvalidParameter)
        {
            form.Refusal = refusal;
        }
    }
}
