using IpsJobs.Core.Configuration;
using IpsJobs.Soap.Envelopes;
using IpsJobs.Soap.Faults;
using IpsJobs.Soap.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IpsJobs.Soap.Endpoint;

/// <summary>Answers SOAP requests: whatever happens, the answer is a reply or a fault in the SOAP version of the request.</summary>
internal sealed class SoapEndpoint(
    RequestParser parser,
    RequestPipeline pipeline,
    ReplyWriter replies,
    FaultTable faults,
    MemoryTrim memory,
    IOptions<ApiOptions> options,
    ILogger<SoapEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = new SoapRequest(SoapVersion.Guess(context.Request.ContentType));
        try
        {
            using var reply = await AnswerAsync(context, request);
            await HttpReply.SendAsync(context, request.Soap.ContentType, reply, request.Header.AllowsGzip);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: nobody reads an answer.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await SendFaultAsync(context, request, failure);
        }
        finally
        {
            memory.Note();
        }
    }

    private async Task<PooledBuffer> AnswerAsync(HttpContext context, SoapRequest request)
    {
        await ParseAsync(context, request);
        var call = request.Call!;
        CheckAction(context.Request, call.Contract.Name);
        var reply = await pipeline.InvokeAsync(request.Header, call, context, context.RequestAborted);
        return replies.Write(request.Soap, call.Dialect.Version, call.Contract.ReplyElement, reply);
    }

    private async Task ParseAsync(HttpContext context, SoapRequest request)
    {
        // The bound is ours, and its fault too; the server's own would end the connection without an answer.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        using var body = await RequestBody.ReadAsync(context.Request, options.Value.MaxRequestBytes, context.RequestAborted);
        request.IsBodyRead = true;
        parser.Parse(body, Charset(context.Request.ContentType), request);
    }

    private async Task SendFaultAsync(HttpContext context, SoapRequest request, Exception failure)
    {
        var fault = faults.Describe(failure, RequestLocales.Read(request.Header, context.Request.Headers).Preferred);
        logger.LogDebug("Operation {Operation} ended with fault {Code}", request.Call?.Contract.Name, fault.Detail?.Code);
        context.Response.Clear();
        context.Response.StatusCode = request.Header.FaultStatus;
        if (!request.IsBodyRead)
            CloseUnreadConnection(context);
        using var reply = ReplyWriter.WriteFault(request.Soap, fault);
        await HttpReply.SendAsync(context, request.Soap.ContentType, reply, request.Header.AllowsGzip);
    }

    // A body that was not read to its end must not be taken for the next request.
    private static void CloseUnreadConnection(HttpContext context)
    {
        if (HttpProtocol.IsHttp10(context.Request.Protocol) || HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
    }

    private void CheckAction(HttpRequest request, string operation)
    {
        var action = request.Headers["SOAPAction"].ToString().AsSpan().Trim().Trim('"');
        if (action.Length > 0 && !action.EndsWith(operation, StringComparison.Ordinal))
            logger.LogInformation("The SOAPAction of a request disagrees with its operation {Operation}", operation);
    }

    private static string? Charset(string? contentType) =>
        contentType is not null
        && MediaTypeHeaderValue.TryParse(contentType, out var media)
        && HeaderUtilities.RemoveQuotes(media.Charset) is { Length: > 0 } charset
            ? charset.ToString()
            : null;
}
