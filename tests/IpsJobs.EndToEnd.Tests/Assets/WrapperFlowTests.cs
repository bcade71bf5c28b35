using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Crash;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Assets;

/// <summary>The calls of a typical wrapper library between jobs: what it renames, marks or deletes is what the next publish delivers.</summary>
public sealed class WrapperFlowTests : IAsyncLifetime, IDisposable
{
    private const int Many = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    // One file at a time, so that a publish is still at work when it is stopped.
    private readonly RunningServer server = new(new Dictionary<string, string?> { ["Publishing:BatchSize"] = "1", ["Publishing:Copiers"] = "1" });
    private readonly LocalWebServer web = new();
    private string company = "";

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        for (var i = 0; i < 4; i++)
            web.Answer(ServerWorld.PathOf(i), LocalResponse.Ok(ServerWorld.Draw(i)));
        company = Value(await CallAsync("getCompanyInfo", $"<companyName>{RunningServer.CompanyName}</companyName>"), "companyHandle");
    }

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => web.Dispose();

    [Fact]
    public async Task Library_FindsRenamesAndDeletes_WhatItUploaded()
    {
        await UploadAsync("one", 0);
        await UploadAsync("two", 1);
        var (one, two) = (await HandleAsync("one"), await HandleAsync("two"));
        await PublishAsync("first");
        Catalog().Should().Contain("one").And.Contain("two");

        await ChangeAsync("renameAsset", $"<assetHandle>{one}</assetHandle><newName>uno</newName><validateName>true</validateName>");
        await ChangeAsync("renameFolder", "<folderHandle>f|SampleCompany/Pictures/</folderHandle><folderName>Bilder</folderName>");
        await ChangeAsync("deleteAsset", $"<assetHandle>{two}</assetHandle>");
        await PublishAsync("second");

        (await HandleAsync("uno")).Should().Be(one);
        (await FindAsync("one")).Should().BeNull();
        Catalog().Should().Contain("uno").And.NotContain("one").And.NotContain("two");
        Originals().Should().Equal("Bilder/two.png", "Bilder/uno.png");
        await ChangeAsync("restoreAssetsFromTrash", $"<assetHandleArray><items>{two}</items></assetHandleArray>");
        await PublishAsync("third");
        Catalog().Should().Contain("two");
        await ChangeAsync("deleteFolder", "<folderHandle>SampleCompany/Bilder</folderHandle>");
        await PublishAsync("fourth");
        Catalog().Should().BeEmpty();
    }

    [Fact]
    public async Task Library_StopsThePublishAtWork_AndTheNextOneDeliversAll()
    {
        await UploadAsync("many", 0, Many);
        await ChangeAsync(
            "submitJob", "<jobName>To be stopped</jobName><imageServingPublishJob><publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob>");

        await ChangeAsync("stopJob", $"<jobHandle>{await ActiveJobAsync()}</jobHandle>");

        await server.EndedAsync("To be stopped");
        StoredInstance.ListOf(new StoreReader(server.Data)).Single(i => i.OriginalName == "To be stopped").Outcome.Should().Be(JobOutcome.Stopped);
        await ChangeAsync("createFolder", "<folderPath>SampleCompany/Archive/</folderPath>");
        await ChangeAsync("moveFolder", "<folderHandle>SampleCompany/Pictures/</folderHandle><destFolderHandle>SampleCompany/Archive/</destFolderHandle>");
        await PublishAsync("after the stop");
        Catalog().Should().HaveCount(Many);
        Originals().Should().HaveCount(Many).And.OnlyContain(path => path.StartsWith("Archive/Pictures/"));
    }

    [Fact]
    public async Task Marks_DecidePerContext_WhatThePublishDelivers()
    {
        await UploadAsync("three", 2);
        var three = await HandleAsync("three");
        var contexts = new StoreReader(server.Data).List(
            "SELECT \"ContextId\" FROM \"PublishContexts\" WHERE \"CompanyId\" = 47 AND \"Type\" = 'ImageServing'", r => r.GetInt32(0));
        await PublishAsync("marked");
        Catalog().Should().Contain("three");

        await ChangeAsync("setAssetsContextState", $"""
            <assetsContextStateUpdateArray><items><assetHandle>{three}</assetHandle><contextStateUpdateArray><items>
            <contextHandle>pc|{contexts.Single()}</contextHandle><publishState>NotMarkedForPublish</publishState></items></contextStateUpdateArray></items></assetsContextStateUpdateArray>
            """);
        await PublishAsync("not in this context");
        Catalog().Should().BeEmpty();

        await ChangeAsync("setAssetPublishState", $"<assetHandle>{three}</assetHandle><publishState>MarkedForPublish</publishState>");
        await PublishAsync("everywhere");
        Catalog().Should().Contain("three");
        await ChangeAsync("setAssetsPublishState", $"""
            <publishStateUpdateArray><items><assetHandle>{three}</assetHandle><publishState>NotMarkedForPublish</publishState></items></publishStateUpdateArray>
            """);
        await PublishAsync("nowhere");
        Catalog().Should().BeEmpty();
    }

    [Fact]
    public async Task ForceRepublish_HasFilesDeliveredAgain_WhenTheyLieThereAlready()
    {
        await UploadAsync("four", 3);
        var four = await HandleAsync("four");
        (await PublishAsync("first", PublishTypes.Incremental)).FileSuccessCount.Should().Be(1);
        (await PublishAsync("unchanged", PublishTypes.Incremental)).FileSuccessCount.Should().Be(0);

        await ChangeAsync("forceRepublishAssets", $"<assetHandleArray><items>{four}</items></assetHandleArray>");

        (await PublishAsync("forced", PublishTypes.Incremental)).FileSuccessCount.Should().Be(1);
        (await PublishAsync("once only", PublishTypes.Incremental)).FileSuccessCount.Should().Be(0);
    }

    [Fact]
    public async Task Uploads_LoseNothing_WhenTheirFolderIsRenamedAndDeletedMeanwhile()
    {
        using var done = new CancellationTokenSource();
        var renamed = 0;
        var edits = Task.Run(async () =>
        {
            for (var round = 0; round < 10_000 && !done.IsCancellationRequested; round++)
            {
                if ((await CallAsync("renameFolder", $"<folderHandle>SampleCompany/Pictures</folderHandle><folderName>Moved{round}</folderName>")).Code == 0)
                    renamed++;
                await CallAsync("deleteFolder", $"<folderHandle>SampleCompany/Moved{round - 1}</folderHandle>");
            }
        });
        for (var i = 0; i < 4; i++)
            await UploadAsync($"busy{i}", i, files: 8);
        await done.CancelAsync();
        await edits;

        var rows = new StoreReader(server.Data).List(
            "SELECT \"Folder\" || \"FileName\" FROM \"Assets\" WHERE \"CompanyId\" = 47 ORDER BY 1", r => r.GetString(0));
        renamed.Should().BeGreaterThan(1, "otherwise nothing raced");
        rows.Should().HaveCount(32);
        rows.Select(r => r["SampleCompany/".Length..]).Order(StringComparer.Ordinal).Should().Equal(
            Originals(), "every row has its file and every file its row");
        Directory.GetFiles(Path.Combine(server.Data.Staging, "relocations")).Should().BeEmpty();
    }

    private async Task UploadAsync(string name, int picture, int files = 1)
    {
        var urls = Enumerable.Range(0, files).Select(i => new UploadUrl
        {
            SourceUrl = web.UrlOf(ServerWorld.PathOf(picture)), DestPath = files == 1 ? $"Pictures/{name}.png" : $"Pictures/{name}-{i}.png",
        });
        var log = await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = company,
            JobName = "Upload " + name,
            UploadUrlsJob = new UploadUrlsJob
            {
                UrlArray = new UploadUrlArray { Items = [.. urls] },
                Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
            },
        });
        log.FileSuccessCount.Should().Be(files);
    }

    private Task<JobLog> PublishAsync(string name, string type = PublishTypes.Full) => server.RunAsync(new SubmitJobParam
    {
        CompanyHandle = company,
        JobName = "Publish " + name,
        ImageServingPublishJob = new ImageServingPublishJob { PublishType = type, EmailSetting = EmailSettings.None },
    });

    private async Task<string> ActiveJobAsync()
    {
        var found = "";
        await ServerWorld.UntilAsync("the publish is at work", Limit, async () =>
        {
            var jobs = await CallAsync("getActiveJobs", "");
            found = jobs.Body.Descendants().FirstOrDefault(e => e.Name.LocalName == "jobHandle")?.Value ?? "";
            return found.Length > 0;
        });
        return found;
    }

    private async Task<string> HandleAsync(string name) =>
        await FindAsync(name) ?? throw new InvalidOperationException($"There is no asset '{name}'");

    private async Task<string?> FindAsync(string name)
    {
        var answer = await CallAsync("getAssetsByName", $"<nameArray><items>{name}</items></nameArray>");
        return answer.Body.Descendants().FirstOrDefault(e => e.Name.LocalName == "assetHandle")?.Value;
    }

    private async Task ChangeAsync(string operation, string fields)
    {
        var answer = await CallAsync(operation, fields);
        answer.Code.Should().Be(0, answer.Text);
        answer.Text.Should().NotContain("<errorDetailArray>");
    }

    private Task<SoapAnswer> CallAsync(string operation, string fields)
    {
        var scope = company.Length > 0 ? $"<companyHandle>{company}</companyHandle>" : "";
        return server.PostAsync(Wire.Envelope($"<{operation}Param xmlns=\"{Wire.Latest}\">{scope}{fields}</{operation}Param>"));
    }

    private static string Value(SoapAnswer answer, string name) => answer.Body.Descendants().First(e => e.Name.LocalName == name).Value;

    // Names of the records in the catalog of images, without its heading.
    private string[] Catalog()
    {
        var folder = Path.Combine(server.Data.PublishTarget("ImageServing"), "catalog");
        return [.. File.ReadAllLines(Path.Combine(folder, "SampleCompany.images.cat")).Skip(1).Select(l => l.Split('\t')[0])];
    }

    private List<string> Originals()
    {
        var root = server.Data.Originals("SampleCompany/").Root;
        return [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal)];
    }
}
