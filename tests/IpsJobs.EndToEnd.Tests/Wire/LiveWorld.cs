using System.Globalization;
using System.IO.Compression;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>A server with one of everything to list: a finished upload, a finished publish, a running upload, scheduled jobs.</summary>
public abstract class LiveWorld(bool strictSchema) : IAsyncLifetime
{
    public const string Finished = "Finished upload";
    public const string PictureName = "blue";
    public const string Running = "Running upload";
    public const string Rich = "Scheduled with every option";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource<LocalResponse> held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalWebServer Web { get; } = new();

    public bool IsStrict => strictSchema;

    public RunningServer Server { get; } = new(
        new Dictionary<string, string?>
        {
            ["Api:StrictSchema"] = strictSchema.ToString(CultureInfo.InvariantCulture),
            // One job runs as long as the world is there, on a slow machine too.
            ["UrlUpload:IdleTimeout"] = "01:00:00",
            ["UrlUpload:TotalTimeout"] = "02:00:00",
        });

    /// <summary>An IpsAdmin.</summary>
    public const string Root = "root@example.com";

    /// <summary>A user of company 48 made for one request.</summary>
    public string NextUser { get; private set; } = "";

    /// <summary>An asset made for one request.</summary>
    public string NextAsset { get; private set; } = "";

    /// <summary>A folder that holds that asset in a subfolder, and handles of an image set and an asset set in it.</summary>
    public IReadOnlyList<string> NextPlaces { get; private set; } = [];

    /// <summary>An archive kept as it is, in the form of the newest version.</summary>
    public string ArchiveHandle { get; private set; } = "";

    /// <summary>An asset that has log rows, in the form of the newest version.</summary>
    public string AssetHandle { get; private set; } = "";

    public virtual async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        await Server.AddUserAsync(Root, 47, UserRoles.IpsCompanyAdmin, admin: true);
        Web.Answer($"/{PictureName}.svg", LocalResponse.Ok("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>"u8.ToArray()));
        Web.Answer("/never.svg", _ => held.Task);
        await SubmitAsync(Finished, Upload($"/{PictureName}.svg"));
        AssetHandle = FirstAsset(await WaitForEndAsync(Finished));
        Web.Answer("/files.zip", LocalResponse.Ok(Archive()));
        await SubmitAsync("Finished archive", Upload("/files.zip"));
        ArchiveHandle = FirstAsset(await WaitForEndAsync("Finished archive"));
        await SubmitAsync("Finished publish", Publish);
        await WaitForEndAsync("Finished publish");
        await SubmitAsync(Running, Upload("/never.svg"));
        await WaitForStartAsync();
        await SubmitAsync(Rich, RichUpload(), "<execSchedule>0 0 3 * * ?</execSchedule><description>One of everything</description>");
    }

    private static string FirstAsset(JobLog log) => log.DetailArray!.Items.First(row => row.AssetHandle is { Length: > 0 }).AssetHandle!;

    public async Task DisposeAsync()
    {
        held.TrySetResult(new LocalResponse(404));
        await Server.DisposeAsync();
        Web.Dispose();
    }

    public const string Publish =
        "<imageServingPublishJob><publishType>Full</publishType><emailSetting>None</emailSetting></imageServingPublishJob>";

    public async Task AddUserAsync()
    {
        var user = await Server.AddUserAsync($"{Guid.NewGuid():N}@example.com", 48, UserRoles.IpsUser);
        NextUser = user.Handle.ToString(HandleForm.D2);
    }

    public async Task AddAssetAsync()
    {
        var folder = $"SampleCompany/{Guid.NewGuid():N}/";
        NextAsset = await AddAssetAsync(AssetTypes.Image, folder + "deep/");
        NextPlaces = [folder, await AddAssetAsync(AssetTypes.ImageSet, folder), await AddAssetAsync(AssetTypes.AssetSet, folder)];
    }

    private async Task<string> AddAssetAsync(string type, string folder)
    {
        var name = Guid.NewGuid().ToString("N");
        var content = new AssetContent { Type = type, Folder = folder, FileName = name, FileSize = 1, Sha256 = new byte[32] };
        var assetId = await Server.Services.GetRequiredService<IAssetEdits>().AddAsync(
            new AddAsset(47, name, NameSpace.Catalog, ReadyForPublish: true, content, UserId: 1), CancellationToken.None);
        return new AssetHandle(assetId).ToString(HandleForm.D2);
    }

    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("folder/read.me").Open();
            entry.Write("Hello"u8);
        }

        return bytes.ToArray();
    }

    /// <summary>Submits in the newest version; strict servers want the elements in order.</summary>
    public async Task SubmitAsync(string name, string block, string fields = "")
    {
        var answer = await Server.PostAsync(Wire.Envelope(
            $"<submitJobParam xmlns=\"{Wire.Latest}\"><companyHandle>c|47</companyHandle><jobName>{name}</jobName>{fields}{block}</submitJobParam>"));
        answer.Code.Should().Be(0, $"'{name}' was answered {answer.Text}");
    }

    private string Upload(string path) => $"""
        <uploadUrlsJob><urlArray><items><sourceUrl>{Web.UrlOf(path)}</sourceUrl><destPath>Pictures/</destPath></items></urlArray>
        <overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>
        """;

    private string RichUpload() => $"""
        <uploadUrlsJob><urlArray><items><sourceUrl>{Web.UrlOf($"/{PictureName}.svg")}</sourceUrl><destPath>Pictures/</destPath></items></urlArray>
        <overwrite>true</overwrite><readyForPublish>true</readyForPublish><preservePublishState>true</preservePublishState>
        <createMask>true</createMask><preserveCrop>false</preserveCrop>
        <knockoutBackgroundOptions><corner>UpperLeft</corner><tolerance>0.5</tolerance><fillMethod>FloodFill</fillMethod></knockoutBackgroundOptions>
        <autoTransparentCropOptions><tolerance>0.25</tolerance></autoTransparentCropOptions>
        <photoshopOptions><process>MaintainLayers</process><layerOptions><layerNaming>LayerName</layerNaming><anchor>Center</anchor>
        <extractText>true</extractText></layerOptions></photoshopOptions>
        <postScriptOptions><process>Rasterize</process><resolution>72.5</resolution><colorspace>Rgb</colorspace><alpha>true</alpha></postScriptOptions>
        <pdfOptions><process>Rasterize</process><resolution>300</resolution><pdfCatalog>false</pdfCatalog><extractLinks>true</extractLinks></pdfOptions>
        <illustratorOptions><process>None</process></illustratorOptions>
        <colorManagementOptions><colorManagement>MaintainOriginal</colorManagement></colorManagementOptions>
        <emailSetting>ErrorAndWarning</emailSetting><postHttpUrl>http://127.0.0.1:9/done</postHttpUrl>
        <postImageServingPublishJob><publishType>Incremental</publishType><emailSetting>None</emailSetting></postImageServingPublishJob>
        <mediaOptions><generateThumbnail>true</generateThumbnail></mediaOptions><xmpKeywords>sea,blue</xmpKeywords>
        <unsharpMaskOptions><amount>1</amount><radius>2</radius><threshold>3</threshold><monochrome>1</monochrome></unsharpMaskOptions>
        <unCompressOptions><process>UnCompress</process></unCompressOptions><excludeMasterVideoFromAVS>true</excludeMasterVideoFromAVS></uploadUrlsJob>
        """;

    private async Task<JobLog> WaitForEndAsync(string name)
    {
        return await LookAsync(async cancellationToken =>
        {
            var reply = await Server.Client.CallAsync<GetJobLogDetailsReturn>(
                "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = "c|47", OriginalName = name }, cancellationToken);
            return reply.JobLogArray!.Items.FirstOrDefault(log => log.EndDate is not null);
        });
    }

    private Task<ActiveJob> WaitForStartAsync() => LookAsync(async cancellationToken =>
    {
        var reply = await Server.Client.CallAsync<GetActiveJobsReturn>(
            "getActiveJobs", new GetActiveJobsParam { CompanyHandle = "c|47" }, cancellationToken);
        return reply.JobArray!.Items.FirstOrDefault(job => job.TaskProgressArray!.Items.Count > 0);
    });

    private static async Task<T> LookAsync<T>(Func<CancellationToken, Task<T?>> find)
        where T : class
    {
        using var patience = new CancellationTokenSource(Longest);
        while (true)
        {
            if (await find(patience.Token) is { } found)
                return found;
            await Task.Delay(Look, TimeProvider.System, patience.Token);
        }
    }
}
