using System.Net.Http.Headers;
using System.Text;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Outbox;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>The request that tells a receiver how a job ended.</summary>
public static class NotificationRequest
{
    /// <param name="item">The row.</param>
    /// <param name="instance">What it speaks of.</param>
    /// <param name="secret">For the signature; empty for none.</param>
    /// <param name="utcNow">When it is sent.</param>
    /// <exception cref="NotificationFailedException">The target is not an http or https address.</exception>
    public static HttpRequestMessage Create(OutboxItem item, JobInstance instance, string secret, DateTimeOffset utcNow)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(secret);
        var address = NotificationAddress.Parse(item.Target);
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        var headers = Headers(item, instance).Select(h => (h.Name, Value: HeaderText.Encode(h.Value))).ToList();
        if (secret.Length > 0)
            headers.AddRange(NotificationSignature.Of(headers, secret, utcNow));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("IpsJobs", productVersion: null));
        if (address.UserInfo.Length > 0)
            request.Headers.Authorization = Basic(address.UserInfo);
        return request;
    }

    private static (string Name, string Value)[] Headers(OutboxItem item, JobInstance instance) =>
    [
        ("X-IPS-Job-Handle", instance.Handle.ToString(HandleForm.D2)),
        ("X-IPS-Job-Name", instance.InstanceName),
        ("X-IPS-Original-Job-Name", instance.Definition.OriginalName),
        ("X-IPS-Job-Type", instance.Definition.JobType),
        ("X-IPS-Job-Outcome", instance.Outcome?.ToString() ?? ""),
        ("X-IPS-Notification-Id", item.Identity),
    ];

    private static AuthenticationHeaderValue Basic(string userInfo)
    {
        var parts = userInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var pair = parts.Length == 2 ? $"{parts[0]}:{parts[1]}" : parts[0] + ":";
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
    }
}
