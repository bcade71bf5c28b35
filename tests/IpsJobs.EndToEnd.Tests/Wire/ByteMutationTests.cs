using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using IpsJobs.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Sends damaged requests to a whole server.</summary>
/// <remarks>
/// IPSJOBS_FUZZ_SECONDS makes it go on for longer than somebody waits who builds; .ci/run asks for a minute. A failure names its seed:
/// IPSJOBS_FUZZ_SEED begins with that one.
/// </remarks>
[Collection(Alone.Name)]
public sealed class ByteMutationTests(RunningServer server, ITestOutputHelper output) : IClassFixture<RunningServer>
{
    private const int Senders = 4;
    private const int UsualFirstSeed = 20140403;
    private const int WarmUp = 100;
    private const long MaxGrowth = 8 * 1024 * 1024;
    private const int UsualSeconds = 8;

    private static readonly int[] AnsweredByHttp = [501, 505];
    private static readonly string[] BareAnswers = ["uploadPostReturn", "authenticationFault", "authorizationFault", "ipsApiFault"];

    [Fact]
    public async Task EveryAnswer_IsAnEnvelopeOrARefusalByHttp_WhateverIsSent()
    {
        var first = Setting("IPSJOBS_FUZZ_SEED", UsualFirstSeed);
        for (var seed = 0; seed < WarmUp; seed++)
            await SendAsync(first + seed);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var counts = await Task.WhenAll(Enumerable.Range(first, Senders).Select(SendUntilTimeIsUpAsync));
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        output.WriteLine($"{counts.Sum()} requests; memory grew by {grown / 1024} KB");
        counts.Sum().Should().BeGreaterThan(Senders, "otherwise nothing was tried");
        grown.Should().BeLessThan(MaxGrowth, "{0} requests must leave nothing behind", counts.Sum());
        (await ServerLog.ErrorsAsync(server.Data)).Should().BeEmpty();
        (await server.PostAsync(Wire.Envelope($"<getCompanyMembershipParam xmlns=\"{Wire.Latest}\"/>"))).Code.Should().Be(0);
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    private async Task<int> SendUntilTimeIsUpAsync(int firstSeed)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        var duration = TimeSpan.FromSeconds(Setting("IPSJOBS_FUZZ_SECONDS", UsualSeconds));
        while (clock.Elapsed < duration)
            await SendAsync(firstSeed + (Senders * count++));
        return count;
    }

    private async Task SendAsync(int seed)
    {
        var (bytes, isWhole) = new ByteMutation(seed).Next();
        var sent = $"seed {seed.ToString(CultureInfo.InvariantCulture)} sent {Encoding.Latin1.GetString(bytes)}";
        if (await RawConnection.TryExchangeAsync(server.Service.Port, bytes, isWhole) is not { } answer)
            return;
        var replies = HttpReply.ParseAll(answer);
        foreach (var reply in replies.Where(reply => reply.Status != 100))
            Check(reply, sent);
        if (isWhole)
            replies.Should().NotBeEmpty(sent);
    }

    private static void Check(HttpReply reply, string sent)
    {
        if (reply.Header("Content-Type") is not { } type || type.StartsWith("text/plain", StringComparison.Ordinal))
        {
            (reply.Status is >= 400 and < 500 || AnsweredByHttp.Contains(reply.Status)).Should().BeTrue($"{reply.Status} came without content: {sent}");
            return;
        }

        try
        {
            var root = CanonicalXml.Parse(reply.Body);
            // The upload servlet answers without an envelope.
            if (BareAnswers.Contains(root.Name.LocalName))
                return;
            root.Name.LocalName.Should().Be("Envelope", sent);
            root.Elements().Single().Elements().Should().ContainSingle(sent);
        }
        catch (XmlException malformed)
        {
            throw new InvalidDataException($"The answer is not well-formed: {sent}", malformed);
        }
    }
}
