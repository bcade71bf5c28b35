using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Properties;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.EndToEnd.Tests.Uploads;
using IpsJobs.Server.Client;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Sets;

/// <summary>Sets that uploads and the job of its own make: on the wire, in the store, and in the catalog that a publish delivers.</summary>
public sealed class AutomaticSetTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int CompanyId = 47;
    private static readonly byte[] Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"""u8.ToArray();

    private IAssetStore Assets => server.Services.GetRequiredService<IAssetStore>();

    [Fact]
    public async Task Upload_MakesASet_AndAPublishDeliversItsMembersInOrder()
    {
        var preset = await AddPresetAsync("ImageSet", @"(?!sw)(shoe)_\w+", ("sequence", ".*_main,.*_alt[0-9]+"), ("suffix", "-SET"));

        var log = await UploadAsync("Shoes", preset, "shoe_alt10.svg", "shoe_alt2.svg", "shoe_main.svg", "swatch_1.svg");
        log.Should().Match<JobLog>(l => l.FileSuccessCount == 5 && l.TotalFileCount == 5 && l.FileErrorCount == 0 && l.FileWarningCount == 0);
        (await MembersAsync("shoe-SET")).Should().Equal("shoe_main", "shoe_alt2", "shoe_alt10");

        var more = await UploadAsync("More shoes", preset, "shoe_alt3.svg");
        more.Should().Match<JobLog>(l => l.FileSuccessCount == 1 && l.FileUpdateCount == 1 && l.TotalFileCount == 2);
        (await MembersAsync("shoe-SET")).Should().Equal("shoe_main", "shoe_alt2", "shoe_alt3", "shoe_alt10");

        await PublishAsync("Publish shoes");
        Record("shoe-SET").Should().Match<Dictionary<string, string>>(r =>
            r["AssetType"] == "IMAGESET"
            && r["ImageSet"] == "SampleCompany/shoe_main,SampleCompany/shoe_alt2,SampleCompany/shoe_alt3,SampleCompany/shoe_alt10");
    }

    [Fact]
    public async Task SetJob_MakesATwoAxisSpin_AndAPublishDeliversItsCells()
    {
        await UploadAsync("Cars", preset: null, "car-2-1.svg", "car-1-10.svg", "car-1-2.svg");
        var preset = await AddPresetAsync(
            "MultiAxisSpinSet", @"(car)-\d+-\d+", ("row", @"car-(\d+)-\d+"), ("column", @"car-\d+-(\d+)"), ("suffix", "-SPIN"), ("destFolder", "Spins"));

        var log = await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = "Spin",
            AutomatedSetGenerationJob = new AutomatedSetGenerationJob
            {
                AssetHandleArray = new HandleArray { Items = [.. await HandlesAsync("car-2-1", "car-1-10", "car-1-2")] },
                ReadyForPublish = true,
                AutoSetCreationOptions = new AutoSetCreationOptions { AutoSetsArray = new HandleArray { Items = [preset] } },
                EmailSetting = EmailSettings.None,
            },
        });

        log.Should().Match<JobLog>(l => l.FileSuccessCount == 1 && l.TotalFileCount == 1 && l.FatalError == false);
        log.DetailArray!.Items.Select(r => r.LogType).Should().StartWith([LogTypes.BeginUpload]).And.EndWith([LogTypes.EndUpload]);
        log.DetailArray.Items.Should().Contain(r => r.LogMessage == "The set SampleCompany/Spins/car-SPIN was created with 3 members.");
        await PublishAsync("Publish spin");
        Record("car-SPIN").Should().Match<Dictionary<string, string>>(r =>
            r["AssetType"] == "SPINSET2D" && r["ImageSet"] == "{car-1-2;car-1-10},{car-2-1}");
    }

    [Fact]
    public async Task Upload_IsRefused_WhenAPresetBelongsToAnotherCompany()
    {
        var stranger = await AddPresetAsync(48, "ImageSet", "(a)");

        var submit = () => UploadAsync("Refused", stranger, "a.svg");

        (await submit.Should().ThrowAsync<IpsFaultException>()).Which.Message.Should().Contain("autoSetsArray/items[1]");
    }

    [Fact]
    public async Task Session_MakesASetOfItsFiles_WhenItEnds()
    {
        var preset = await AddPresetAsync("SpinSet", @"(post)_\d+", ("suffix", "-SPIN"));

        await PostAsync("post_10.svg", preset, isLast: false);
        await PostAsync("post_9.svg", preset: null, isLast: true);

        var log = await server.EndedAsync("Session");
        log.Should().Match<JobLog>(l => l.FileSuccessCount == 3 && l.TotalFileCount == 3);
        (await MembersAsync("post-SPIN")).Should().Equal("post_9", "post_10");
    }

    [Fact]
    public async Task DirectoryUpload_MakesItsSetsInTheDestinationFolder()
    {
        var preset = await AddPresetAsync("Catalog", @"(page)\d+", ("suffix", "-BOOK"));
        var incoming = Directory.CreateDirectory(server.Data.Incoming("SampleCompany/").Resolve("book/deep")).FullName;
        foreach (var number in new[] { 1, 2, 11 })
        {
            var file = Path.Combine(incoming, $"page{number}.svg");
            await File.WriteAllBytesAsync(file, Svg);
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var log = await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = "Book",
            UploadDirectoryJob = new UploadDirectoryJob
            {
                ServerDir = "book", DestFolder = "Books", IncludeSubfolders = true, ProcessMetadataFiles = false, Overwrite = true,
                ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
                AutoSetCreationOptions = new AutoSetCreationOptions { AutoSetsArray = new HandleArray { Items = [preset] } },
            },
        });

        log.Should().Match<JobLog>(l => l.FileSuccessCount == 4 && l.TotalFileCount == 4);
        var book = await FindAsync("page-BOOK");
        book.Content.Should().BeEquivalentTo(new { Type = AssetTypes.Catalog, Folder = "SampleCompany/Books/" });
        (await MembersAsync("page-BOOK")).Should().Equal("page1", "page2", "page11");
    }

    private Task<string> AddPresetAsync(string setType, string match, params (string Name, string Value)[] more) =>
        AddPresetAsync(CompanyId, setType, match, more);

    private async Task<string> AddPresetAsync(int companyId, string setType, string match, params (string Name, string Value)[] more)
    {
        var values = more.Append(("name", match)).Append(("active", "true")).Append(("setType", setType)).Append(("match", match));
        var set = new PropertySet(0, companyId, PropertySetTypeNames.BatchSetPreset, values.ToDictionary(v => v.Item1, v => v.Item2));
        return (await server.Services.GetRequiredService<IPropertySets>().AddAsync(set, CancellationToken.None)).Handle.ToString();
    }

    private async Task<JobLog> UploadAsync(string name, string? preset, params string[] files)
    {
        using var web = new LocalWebServer();
        foreach (var file in files)
            web.Answer("/" + file, LocalResponse.Ok(Svg));
        return await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = name,
            UploadUrlsJob = new UploadUrlsJob
            {
                UrlArray = new UploadUrlArray { Items = [.. files.Select(f => new UploadUrl { SourceUrl = web.UrlOf("/" + f), DestPath = "Sets/" + f })] },
                Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
                AutoSetCreationOptions = preset is null ? null : new AutoSetCreationOptions { AutoSetsArray = new HandleArray { Items = [preset] } },
            },
        });
    }

    private async Task PublishAsync(string name)
    {
        var log = await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = name,
            ImageServingPublishJob = new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.None },
        });
        log.DetailArray!.Items.Where(r => r.LogType == LogTypes.ImageServingPublishError).Select(r => r.LogMessage).Should().BeEmpty();
    }

    private async Task PostAsync(string file, string? preset, bool isLast)
    {
        var parameters = preset is null ? "" : $"""
            <uploadParams><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><autoSetCreationOptions>
            <autoSetsArray><items>{preset}</items></autoSetsArray></autoSetCreationOptions><emailSetting>None</emailSetting></uploadParams>
            """;
        var request = Multipart.As().Param($"<jobName>Session</jobName><endJob>{(isLast ? "true" : "false")}</endJob>{parameters}").File(file, Svg);
        using var response = await server.Http.PostAsync(new Uri(server.Service, "/scene7/UploadFile"), request.ToContent());
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }

    private Dictionary<string, string> Record(string id)
    {
        var text = File.ReadAllText(Path.Combine(server.Data.PublishTarget("ImageServing"), "catalog", "SampleCompany.images.cat"), Encoding.UTF8);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = lines[0].Split('\t');
        var values = lines.Single(l => l.StartsWith(id + "\t", StringComparison.Ordinal)).Split('\t');
        return names.Zip(values).ToDictionary(p => p.First, p => p.Second);
    }

    private async Task<StoredAsset> FindAsync(string name) =>
        (await Assets.FindByNameAsync(CompanyId, NameSpace.Catalog, name, CancellationToken.None))!;

    private async Task<List<string>> MembersAsync(string name)
    {
        var members = await Assets.ListMembersAsync((await FindAsync(name)).AssetId, CancellationToken.None);
        var found = await Assets.FindManyAsync(CompanyId, [.. members.Select(m => m.AssetId)], CancellationToken.None);
        return [.. members.Select(m => found.Single(a => a.AssetId == m.AssetId).Name)];
    }

    private async Task<List<string>> HandlesAsync(params string[] names)
    {
        var handles = new List<string>();
        foreach (var name in names)
            handles.Add((await FindAsync(name)).Handle.ToString());
        return handles;
    }
}
