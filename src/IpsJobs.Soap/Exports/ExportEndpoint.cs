using IpsJobs.Core.Configuration;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Files;
using IpsJobs.Soap.Endpoint;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IpsJobs.Soap.Exports;

/// <summary>Hands out export archives to whoever knows their token, whole or in ranges.</summary>
internal sealed class ExportEndpoint(IExportStore exports, DataFolder data, ServerClock clock)
{
    private const string ContentType = "application/zip";

    public async Task HandleAsync(HttpContext context)
    {
        var token = context.Request.RouteValues["token"] as string ?? "";
        var archive = await exports.FindAsync(token, context.RequestAborted);
        // One answer for all that cannot be had, so that nobody learns which tokens have ever been given out.
        if (archive is null || archive.ExpiresUtc <= clock.UtcNow || Locate(archive) is not { Exists: true } file)
        {
            await ServicePage.SendAsync(context, StatusCodes.Status404NotFound, "There is no such archive, or its time is over.");
            return;
        }

        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        // An archive never changes, so the instance that made it identifies its content.
        var tag = new EntityTagHeaderValue(FormattableString.Invariant($"\"{archive.InstanceId}-{archive.Size}\""));
        await Results.File(file.FullName, ContentType, archive.FileName, file.LastWriteTimeUtc, tag, enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    private FileInfo Locate(ExportArchive archive) => new(data.Exports.Resolve(archive.Path));
}
