using System.Globalization;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>Thinks up jobs: uploads that replace each other's pictures, publishes, follow-ons, jobs for a moment ahead.</summary>
internal sealed class JobMix
{
    private const int Names = 24;
    private const string ChangingPath = "/changing";
    private static readonly string[] Folders = ["Load/", "Load/Deep/", "Other/"];
    private readonly ServerWorld world;
    private readonly Random random;
    private readonly byte[][] pictures = [.. Enumerable.Range(0, ServerWorld.PictureCount).Select(ServerWorld.Draw)];
    private readonly Lock gate = new();
    private int count;

    public JobMix(ServerWorld world, int seed)
    {
        this.world = world;
        random = new Random(seed);
        world.Web.Answer(ChangingPath, _ => Task.FromResult(Change()));
    }

    public LoadJob Next()
    {
        lock (gate)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Load {++count}");
            var job = random.Next(100) < 20 ? MakePublish(name) : MakeUpload(name);
            if (job.NotificationPath is { } path)
                world.Web.Answer(path, new LocalResponse(204));
            return job;
        }
    }

    /// <summary>A session of up to three requests with files, half of them with a notification.</summary>
    public UploadSessionLoad NextSession()
    {
        lock (gate)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Session {++count}");
            var requests = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => PostedFile()).ToList());
            var path = NotificationPathOf(name);
            if (path is not null)
                world.Web.Answer(path, new LocalResponse(204));
            return new UploadSessionLoad(name, [.. requests], path);
        }
    }

    private KeyValuePair<string, byte[]> PostedFile() => KeyValuePair.Create(
        string.Create(CultureInfo.InvariantCulture, $"{ServerWorld.CompanyRoot}Posted/item{random.Next(Names)}.png"),
        pictures[random.Next(pictures.Length)]);

    // A source that is another picture, or gone, when a resumed job asks again.
    private LocalResponse Change()
    {
        lock (gate)
            return random.Next(5) == 0 ? new LocalResponse(404) : LocalResponse.Ok(pictures[random.Next(pictures.Length)]);
    }

    private LoadJob MakePublish(string name)
    {
        var path = NotificationPathOf(name);
        var type = random.Next(3) == 0 ? "Full" : "Incremental";
        var block = Publish(type) + (path is null ? "" : $"<httpCompletionUrl>{world.Web.UrlOf(path)}</httpCompletionUrl>");
        return new LoadJob(name, Time() + $"<imageServingPublishJob>{block}</imageServingPublishJob>") { NotificationPath = path };
    }

    private LoadJob MakeUpload(string name)
    {
        var path = NotificationPathOf(name);
        var urls = random.Next(1, 5);
        var hasFollowOn = random.Next(3) == 0;
        var items = string.Concat(Enumerable.Range(0, urls).Select(_ => Item()));
        var follow = Publish("Incremental");
        var content = $"""
            {Time()}<uploadUrlsJob><urlArray>{items}</urlArray><overwrite>{(random.Next(4) > 0 ? "true" : "false")}</overwrite>
            <readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>All</emailSetting>
            {(path is null ? "" : $"<postHttpUrl>{world.Web.UrlOf(path)}</postHttpUrl>")}
            {(hasFollowOn ? $"<postImageServingPublishJob>{follow}</postImageServingPublishJob>" : "")}
            </uploadUrlsJob>
            """;
        return new LoadJob(name, content)
        {
            Urls = urls, HasFollowOn = hasFollowOn, NotificationPath = path, IsStopped = random.Next(6) == 0,
        };
    }

    private string Item()
    {
        var extension = random.Next(8) == 0 ? "css" : "png";
        var source = random.Next(2) == 0 ? ChangingPath : ServerWorld.PathOf(random.Next(ServerWorld.PictureCount));
        var target = string.Create(
            CultureInfo.InvariantCulture, $"{Folders[random.Next(Folders.Length)]}item{random.Next(Names)}.{extension}");
        return $"<items><sourceUrl>{world.Web.UrlOf(source)}</sourceUrl><destPath>{target}</destPath></items>";
    }

    private static string Publish(string type) => $"<publishType>{type}</publishType><emailSetting>All</emailSetting>";

    private string Time() => random.Next(7) == 0
        ? $"<execTime>{TimeProvider.System.GetUtcNow().AddSeconds(1):yyyy-MM-ddTHH:mm:ss.fffZ}</execTime>"
        : "";

    private string? NotificationPathOf(string name) => random.Next(2) == 0 ? "/ended/" + name.Replace(' ', '-') : null;
}
