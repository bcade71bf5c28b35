using System.Net;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>Posts every sample as it stands, in the order of its number.</summary>
public sealed class SampleEnvelopeTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Folder = RepositoryFolder.Of("samples", "envelopes");

    [Fact]
    public async Task EverySample_IsAnswered_WhenPostedInOrder()
    {
        var files = Directory.GetFiles(Folder, "*.xml").Order(StringComparer.Ordinal).ToList();

        foreach (var file in files)
        {
            var answer = await server.PostAsync(await File.ReadAllBytesAsync(file));

            // No upload has brought an asset in, so the asset that sample asks for is unknown here.
            if (file.EndsWith("getAssetJobLogs.xml", StringComparison.Ordinal))
                answer.Code.Should().Be(30001, file);
            else
                answer.Status.Should().Be(HttpStatusCode.OK, $"{file} was answered {answer.Text}");
        }

        files.Should().HaveCount(19);
    }
}
