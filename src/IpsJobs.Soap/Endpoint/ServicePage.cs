using System.Text;
using IpsJobs.Soap.Envelopes;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Endpoint;

/// <summary>Short texts for people who look at the service's addresses with a browser.</summary>
internal static class ServicePage
{
    /// <summary>Sends one line of plain text.</summary>
    public static async Task SendAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        using var content = new PooledBuffer();
        content.Write(Encoding.UTF8.GetBytes(text + "\n"));
        await HttpReply.SendAsync(context, "text/plain; charset=utf-8", content, allowGzip: false);
    }
}
