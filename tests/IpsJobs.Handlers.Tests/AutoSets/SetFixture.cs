using System.Security.Cryptography;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutomatedSetGeneration;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.AutoSets;

/// <summary>A company with images and presets, and the job that makes sets of them.</summary>
public sealed class SetFixture : IDisposable
{
    public UploadFixture Uploads { get; } = new();

    public IReadOnlyList<LogRow> Rows => Uploads.Rows;

    /// <summary>An image without a file.</summary>
    public long Image(string name, string type = AssetTypes.Image, long? madeFrom = null, string folder = "Sample/Pictures/")
    {
        var content = new AssetContent
        {
            Type = type,
            Folder = folder,
            FileName = name + ".tif",
            FileSize = 0,
            Sha256 = SHA256.HashData([]),
            Generation = madeFrom is { } source ? new Generation(source, GenerationEngines.PhotoshopLayers, name) : null,
        };
        return Uploads.Assets.Apply(new AddAsset(
            Uploads.Company.CompanyId, name, AssetTypeRule.NameSpaceOf(type), ReadyForPublish: false, content, UserId: 7));
    }

    public IReadOnlyList<long> Images(params string[] names) => [.. names.Select(name => Image(name))];

    /// <summary>A preset with its handle.</summary>
    public string Preset(string setType, string match, params (string Name, string Value)[] more) => Uploads.Parts.Properties.Add(
        Uploads.Company.CompanyId,
        PropertySetTypeNames.BatchSetPreset,
        [("name", "Preset"), ("active", "true"), ("setType", setType), ("match", match), .. more]);

    public static AutomatedSetGenerationJob Job(IEnumerable<long> assets, params string[] presets) => new()
    {
        AssetHandleArray = new HandleArray { Items = [.. assets.Select(id => $"a|{id}")] },
        ReadyForPublish = true,
        AutoSetCreationOptions = new AutoSetCreationOptions { AutoSetsArray = new HandleArray { Items = [.. presets] } },
        EmailSetting = EmailSettings.None,
    };

    public Task RunAsync(IEnumerable<long> assets, params string[] presets) => RunAsync(Job(assets, presets));

    /// <summary>Runs the job; a second call goes on with the same instance.</summary>
    public async Task RunAsync(AutomatedSetGenerationJob job)
    {
        var handler = new AutomatedSetGenerationHandler(Uploads.Parts.Presets, Uploads.Parts.Candidates, Uploads.Parts.SetWriter);
        await handler.RunAsync(await Uploads.CreateRunAsync(job), CancellationToken.None);
    }

    public StoredAsset Set(string name) => Uploads.Asset(name);

    /// <summary>Names of a set's members in their order.</summary>
    public IEnumerable<string> Members(string name) =>
        Set(name).Content.Members!.Select(m => Uploads.Assets.All.Single(a => a.AssetId == m.AssetId).Name);

    public void Dispose() => Uploads.Dispose();
}
