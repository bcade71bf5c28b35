using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.EndToEnd.Tests.Uploads;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>A client that posts files in several requests and ends the session with one of its own.</summary>
/// <remarks>What was not answered is sent again: by name until there is a handle, which the server takes for the session it has.</remarks>
internal sealed class UploadSessionLoad(string name, IReadOnlyList<List<KeyValuePair<string, byte[]>>> requests, string? notificationPath)
{
    private const int NoLongerAccepts = 30001;
    private int next;

    public string Name => name;

    /// <summary>Path that is called at the end.</summary>
    public string? NotificationPath => notificationPath;

    /// <summary>As answered first; null before.</summary>
    public string? Handle { get; private set; }

    /// <summary>Files whose request was answered.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Files sent, those sent again counted again.</summary>
    public int Sent { get; private set; }

    public bool IsEnded { get; private set; }

    /// <summary>Sends what is left, request by request.</summary>
    /// <exception cref="HttpRequestException">The server is gone.</exception>
    public async Task ContinueAsync(ServerWorld world, CancellationToken over)
    {
        while (!IsEnded)
        {
            over.ThrowIfCancellationRequested();
            if (next == requests.Count)
                await EndAsync(world);
            else
                await PostAsync(world, requests[next]);
        }
    }

    /// <summary>The same as seen by a server that knows any part of it.</summary>
    public UploadSessionLoad AsCutOff() => new(name, requests, notificationPath) { Handle = Handle, Sent = Sent };

    private async Task PostAsync(ServerWorld world, List<KeyValuePair<string, byte[]>> files)
    {
        var request = Multipart.As().Param(Handle is null ? $"<jobName>{name}</jobName>{Params(world)}" : $"<jobHandle>{Handle}</jobHandle>");
        foreach (var (path, content) in files)
            request.File(path, content);
        Sent += files.Count;
        var answer = await world.UploadAsync(request);
        answer.Code.Should().Be(0, answer.Text);
        Handle ??= answer.Handle;
        Acknowledged += files.Count;
        next++;
    }

    // Without files, so that sending it again changes nothing: the session has ended then, which is what was wanted.
    private async Task EndAsync(ServerWorld world)
    {
        var answer = await world.UploadAsync(Multipart.As().Param($"<jobHandle>{Handle}</jobHandle><endJob>true</endJob>"));
        answer.Code.Should().BeOneOf([0, NoLongerAccepts], answer.Text);
        IsEnded = true;
    }

    private string Params(ServerWorld world) => $"""
        <uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask>
        <emailSetting>All</emailSetting>{(notificationPath is null ? "" : $"<postHttpUrl>{world.Web.UrlOf(notificationPath)}</postHttpUrl>")}</uploadParams>
        """;
}
