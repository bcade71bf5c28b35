using System.Net;
using System.Xml.Linq;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>Posts every sample as it stands, in the order of its number.</summary>
public sealed class SampleEnvelopeTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Folder = RepositoryFolder.Of("samples", "envelopes");

    private static readonly string[] OnOneAsset =
    [
        "getAssetJobLogs", "renameAsset", "moveAsset", "setAssetPublishState", "setImageSetMembers", "getOriginalFilePaths",
        "getAssociatedAssets", "getGenerationInfo", "getImageSetMembers", "getZipEntries", "getAssetPublishHistory",
    ];

    [Fact]
    public async Task EverySample_IsAnswered_WhenPostedInOrder()
    {
        var files = Directory.GetFiles(Folder, "*.xml").Order(StringComparer.Ordinal).ToList();

        foreach (var file in files)
        {
            var answer = await server.PostAsync(await File.ReadAllBytesAsync(file));

            // No upload has brought an asset in, so the asset that such a sample names is unknown here.
            if (OnOneAsset.Any(operation => file.EndsWith($"-{operation}.xml", StringComparison.Ordinal)))
                answer.Code.Should().Be(30001, file);
            else
                answer.Status.Should().Be(HttpStatusCode.OK, $"{file} was answered {answer.Text}");
        }

        // One per job operation at least, and those of accounts that lead to them.
        files.Should().HaveCountGreaterThan(17);
    }

    [Fact]
    public async Task UploadFile_IsAnswered_WithTheDocumentsAmongTheSamples()
    {
        using var content = new MultipartFormDataContent
        {
            { Document("upload-auth.xml"), "auth" },
            { Document("upload-params.xml"), "uploadParams" },
            { new ByteArrayContent(ServerWorld.Draw(1)), "file", "tulip.png" },
        };

        using var response = await server.Http.PostAsync(new Uri(server.Service, "/scene7/UploadFile"), content);

        var answer = XElement.Parse(await response.Content.ReadAsStringAsync());
        response.StatusCode.Should().Be(HttpStatusCode.OK, answer.ToString());
        answer.Name.LocalName.Should().Be("uploadPostReturn");
    }

    private static StringContent Document(string name) => new(File.ReadAllText(RepositoryFolder.Of("samples", name)));
}
