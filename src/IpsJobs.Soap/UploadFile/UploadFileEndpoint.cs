using IpsJobs.Core.Faults;
using IpsJobs.Core.Submission;
using IpsJobs.Soap.Endpoint;
using IpsJobs.Soap.Envelopes;
using IpsJobs.Soap.Faults;
using IpsJobs.Soap.Operations;
using IpsJobs.Soap.Operations.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Soap.UploadFile;

/// <summary>Answers the upload servlet: reply or fault as bare XML, without an envelope.</summary>
internal sealed class UploadFileEndpoint(
    UploadFormReader reader,
    UploadStaging staging,
    UploadPostOperation operation,
    RequestPipeline pipeline,
    ReplyWriter replies,
    FaultTable faults,
    MemoryTrim memory,
    ILogger<UploadFileEndpoint> logger)
{
    private const string ContentType = "text/xml; charset=utf-8";

    public async Task HandleAsync(HttpContext context)
    {
        using var form = new UploadForm();
        try
        {
            using var reply = await AnswerAsync(context, form);
            await HttpReply.SendAsync(context, ContentType, reply, form.Header.AllowsGzip);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: nobody reads an answer.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await SendFaultAsync(context, form, failure);
        }
        finally
        {
            memory.Note();
        }
    }

    private async Task<PooledBuffer> AnswerAsync(HttpContext context, UploadForm form)
    {
        // Each file has a bound of its own, and its own fault; the whole request has none.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var boundary = UploadFormReader.RequireBoundary(context.Request);
        using var folder = staging.Open();
        try
        {
            await reader.ReadAsync(context, boundary, form, folder);
            var call = Call(form);
            if (form.LoginRefusal is { } refused)
                throw refused;
            var reply = await pipeline.InvokeAsync(form.Header, call, context, context.RequestAborted);
            return replies.WriteBare(call.Dialect.Version, call.Contract.ReplyElement, reply);
        }
        catch (Exception refusal) when (refusal is RuleViolationException || form.IsLost)
        {
            folder.Discard();
            throw;
        }
    }

    private ParsedCall Call(UploadForm form)
    {
        if (form.Malformed is { } malformed)
            throw malformed;
        var param = form.Param ?? throw Violations.InvalidRequestXml("The request has no uploadParams part");
        return new ParsedCall(UploadDocuments.Contract, new PostedUpload(operation, form), form.Dialect, param);
    }

    private async Task SendFaultAsync(HttpContext context, UploadForm form, Exception failure)
    {
        var fault = faults.Describe(failure, RequestLocales.Read(form.Header, context.Request.Headers).Preferred);
        logger.LogDebug("An upload ended with fault {Code}", fault.Detail!.Code);
        context.Response.Clear();
        context.Response.StatusCode = form.Header.FaultStatus;
        // A body that was not read to its end must not be taken for the next request.
        if (!form.IsBodyRead && !HttpProtocol.IsHttp2(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        using var reply = ReplyWriter.WriteBareFault(fault.Detail);
        await HttpReply.SendAsync(context, ContentType, reply, form.Header.AllowsGzip);
    }
}
