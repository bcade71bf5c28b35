using System.Globalization;
using System.Text;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Replays recorded connections byte by byte and compares the replies with the files beside them.</summary>
public sealed class RecordingTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string RenewVariable = "IPSJOBS_RENEW_SNAPSHOTS";

    private static readonly string Envelopes = RepositoryFolder.Of("tests", "IpsJobs.Soap.Tests", "Envelopes", "Requests");

    public static TheoryData<string> Recordings { get; } = [.. RecordingFiles.Names];

    public static TheoryData<string> ClientEnvelopes { get; } =
        [.. Directory.EnumerateFiles(Envelopes).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Replies_AreAsRecorded(string name)
    {
        var replies = await ReplayAsync(RecordingFiles.Request(name));

        var actual = CanonicalXml.Of(new XElement("replies", replies.Select(Describe)));
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1")
            await File.WriteAllTextAsync(RecordingFiles.RepliesPath(name), actual);
        var expected = CanonicalXml.Of(CanonicalXml.Parse(await File.ReadAllBytesAsync(RecordingFiles.RepliesPath(name))));
        actual.Should().Be(expected, "the replies to {0} are reviewed; when a change is meant, run with {1}=1", name, RenewVariable);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Replies_AreValid(string name)
    {
        foreach (var reply in (await ReplayAsync(RecordingFiles.Request(name))).Where(reply => reply.Status != 100))
        {
            var root = CanonicalXml.Parse(reply.Body);
            // The upload servlet answers without an envelope.
            var body = root.Name.LocalName == "Envelope" ? root.Elements().Single().Elements().Single() : root;
            var message = body.Name.LocalName == "Fault" ? Detail(body) : body;
            if (message is not null && IsInTheWsdl(message.Name))
                ReplySchema.FindErrors(ContractVersion.Find(message.Name.NamespaceName)!, message).Should().BeEmpty(message.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(ClientEnvelopes))]
    public async Task SubmitJob_IsAccepted_AsEachClientWritesIt(string file)
    {
        await AddClientAsync();
        var body = await File.ReadAllBytesAsync(Path.Combine(Envelopes, file));
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST /scene7/services/IpsApiService HTTP/1.1\r\nHost: ips.example.com\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n");

        var reply = (await ReplayAsync([.. Encoding.ASCII.GetBytes(head), .. body])).Single();

        reply.Status.Should().Be(200, Encoding.UTF8.GetString(reply.Body));
        CanonicalXml.Of(CanonicalXml.Parse(reply.Body).Elements().Single().Elements().Single()).Should().Be(CanonicalXml.Of(
            XElement.Parse($"<submitJobReturn xmlns=\"{Wire.Latest}\"><jobHandle>j|47|Grüße||</jobHandle></submitJobReturn>")));
    }

    [Fact]
    public void Recordings_AreThereWithTheirReplies()
    {
        Recordings.Should().HaveCountGreaterThan(80);
        RecordingFiles.Names.Where(name => !File.Exists(RecordingFiles.RepliesPath(name))).Should().BeEmpty();
    }

    private async Task<IReadOnlyList<HttpReply>> ReplayAsync(byte[] request) =>
        HttpReply.ParseAll(await RawConnection.ExchangeAsync(server.Service.Port, request));

    // The upload servlet is older than the operation that names its answer.
    private static bool IsInTheWsdl(XName message) =>
        ContractOperations.All.SingleOrDefault(operation => operation.ReplyElement == message.LocalName) is not { } operation
        || ContractVersion.Find(message.NamespaceName)! >= operation.Since;

    private static XElement? Detail(XElement fault) =>
        fault.Elements().SingleOrDefault(element => element.Name.LocalName is "detail" or "Detail")?.Elements().Single();

    // Of the headers those that clients act on; dates and the like change.
    private static XElement Describe(HttpReply reply) => new(
        "reply",
        new XAttribute("status", reply.Status),
        Attributes(reply, ("type", "Content-Type"), ("connection", "Connection"), ("encoding", "Content-Encoding"), ("transfer", "Transfer-Encoding")),
        reply.Content.Length > 0 ? CanonicalXml.Parse(reply.Body) : null);

    private static IEnumerable<XAttribute> Attributes(HttpReply reply, params (string Name, string Header)[] headers) =>
        headers.Where(header => reply.Header(header.Header) is not null).Select(header => new XAttribute(header.Name, reply.Header(header.Header)!));

    private async Task AddClientAsync()
    {
        try
        {
            await server.AddUserAsync("user@example.com", 47, Core.Constants.UserRoles.IpsUser, password: "secret ä&<");
        }
        catch (Core.Accounts.NameTakenException)
        {
            // One server for all cases: the first has added the user.
        }
    }
}
