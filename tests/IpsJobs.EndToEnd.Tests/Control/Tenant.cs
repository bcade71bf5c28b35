using System.Globalization;
using System.Net;
using System.Xml.Linq;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>A company and its user, with the calls that the tests make in their name.</summary>
internal sealed record Tenant(ControlledServer Server, int CompanyId, string Email)
{
    public const string Incremental =
        "<imageServingPublishJob><publishType>Incremental</publishType><emailSetting>JobCompletion</emailSetting></imageServingPublishJob>";

    public const string Full =
        "<imageServingPublishJob><publishType>Full</publishType><emailSetting>JobCompletion</emailSetting></imageServingPublishJob>";

    private static readonly byte[] Picture =
        """<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><circle cx="4" cy="4" r="3"/></svg>"""u8.ToArray();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Company => $"<companyHandle>c|{CompanyId}</companyHandle>";

    public string Scheduled(string name) => $"j|{CompanyId}|{name}||";

    public Task<SoapAnswer> CallAsync(string operation, string content) => Server.CallAsync(operation, Company + content, Email);

    /// <summary>One of the five operations on jobs.</summary>
    public Task<SoapAnswer> ControlAsync(string operation, string handle) => CallAsync(operation, $"<jobHandle>{handle}</jobHandle>");

    public async Task SubmitAsync(string name, string block, string when = "")
    {
        var answer = await CallAsync("submitJob", $"<jobName>{name}</jobName>{when}{block}");
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
    }

    public Task SubmitEveryNightAsync(string name) => SubmitAsync(name, Incremental, "<execSchedule>0 0 2 * * ?</execSchedule>");

    public Task SubmitOnceAsync(string name) => SubmitAsync(name, Incremental, "<execTime>2099-01-01T00:00:00Z</execTime>");

    /// <summary>An upload of small pictures, marked for publishing.</summary>
    public string Upload(string name, int files, string more = "")
    {
        var items = string.Concat(Enumerable.Range(1, files).Select(i => Item(name, i)));
        return $"<uploadUrlsJob><urlArray>{items}</urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish>"
            + $"<createMask>false</createMask><emailSetting>JobCompletion</emailSetting>{more}</uploadUrlsJob>";
    }

    public async Task<XElement?> FindActiveAsync(string name) =>
        await ListAsync("getActiveJobs", $"<originalName>{name}</originalName>") is [var first, ..] ? first : null;

    public async Task<XElement?> FindScheduledAsync(string name) =>
        await ListAsync("getScheduledJobs", $"<originalName>{name}</originalName>") is [var first, ..] ? first : null;

    /// <summary>Logs of jobs of that name with their rows, newest first.</summary>
    public Task<IReadOnlyList<XElement>> LogsAsync(string name) => ListAsync("getJobLogDetails", $"<originalName>{name}</originalName>");

    /// <summary>Waits until the newest job of that name is in a state.</summary>
    public Task<XElement> WaitForAsync(string name, string state) => EventuallyAsync(
        async () => await FindActiveAsync(name) is { } job && Value(job, "state") == state ? job : null);

    /// <summary>Waits until a number of jobs of that name have ended and none is left.</summary>
    /// <returns>Their logs, newest first.</returns>
    public Task<IReadOnlyList<XElement>> WaitForEndAsync(string name, int count = 1) => EventuallyAsync(async () =>
    {
        var logs = await LogsAsync(name);
        var ended = logs.Count == count && logs.All(l => Find(l, "endDate") is not null);
        return ended && await FindActiveAsync(name) is null ? logs : null;
    });

    /// <summary>Moves the server's clock and waits until its scheduler has dealt with what that made due for a recurring job.</summary>
    public async Task AdvanceAsync(string name, TimeSpan by)
    {
        ((FakeTimeProvider)Server.Time!).Advance(by);
        await EventuallyAsync(async () =>
            await FindScheduledAsync(name) is { } job && Time(job, "nextFireTime") > Server.Time!.GetUtcNow() ? job : null);
    }

    public static async Task<T> EventuallyAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
                return found;
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
                throw new TimeoutException("What the test waits for does not happen");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    public static XElement? Find(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string Value(XElement parent, string name) => Find(parent, name)?.Value ?? "";

    public static DateTimeOffset Time(XElement parent, string name) =>
        DateTimeOffset.Parse(Value(parent, name), CultureInfo.InvariantCulture);

    /// <summary>Types of a log's rows, in order.</summary>
    public static IReadOnlyList<string> RowTypes(XElement log) => [.. Rows(log).Select(r => Value(r, "logType"))];

    public static IEnumerable<XElement> Rows(XElement log) => Find(log, "detailArray")!.Elements();

    private string Item(string name, int number)
    {
        var path = $"/{CompanyId}/{name}-{number}.svg".Replace(" ", "", StringComparison.Ordinal);
        Server.Web.Answer(path, LocalResponse.Ok(Picture));
        return $"<items><sourceUrl>{Server.Web.UrlOf(path)}</sourceUrl><destPath>Pictures/{Path.GetFileName(path)}</destPath></items>";
    }

    private async Task<IReadOnlyList<XElement>> ListAsync(string operation, string content)
    {
        var answer = await CallAsync(operation, content);
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        return [.. answer.Body.Elements().Single().Elements()];
    }
}
