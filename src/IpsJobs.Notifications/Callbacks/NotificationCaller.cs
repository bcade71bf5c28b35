using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbound;
using IpsJobs.Core.Outbox;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>Calls receivers over HTTP, never one inside the server's own network unless that is allowed.</summary>
public sealed class NotificationCaller(
    IOptions<OutboundOptions> outbound, IOptions<NotificationOptions> options, ServerClock clock) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Our own limit counts on the clock of the service; HttpClient's would not.
    private readonly HttpClient client = new(GuardedHttp.CreateHandler(outbound.Value)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Returns when the receiver answered with a status of 200 to 299.</summary>
    /// <exception cref="NotificationFailedException">It did not; the message says why, without any secret.</exception>
    public async Task CallAsync(OutboxItem item, JobInstance instance, CancellationToken cancellationToken)
    {
        using var request = NotificationRequest.Create(item, instance, options.Value.SigningSecret, clock.UtcNow);
        using var response = await SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw NotificationFailedException.Status((int)response.StatusCode);
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await Deadline.RunAsync(
                token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), Limit, clock.Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw NotificationFailedException.TimedOut(Limit);
        }
        catch (HttpRequestException failure) when (failure.InnerException is AddressRefusedException refused)
        {
            throw NotificationFailedException.AddressRefused(refused.Host);
        }
        catch (HttpRequestException failure)
        {
            throw NotificationFailedException.Connection(failure.HttpRequestError);
        }
    }
}
