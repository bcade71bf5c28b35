using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>Makes an asset of every line of a style sheet, named after the line.</summary>
public sealed class LineMaker(ByproductIngest parts) : IByproductMaker
{
    public string Engine => GenerationEngines.ImageConvert;

    public bool AppliesTo(AssetContent content, UploadSettings settings) => content.Type == AssetTypes.Css;

    public async Task<IReadOnlySet<string>> MakeAsync(JobRun run, ByproductSource source, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync(source.OriginalPath, cancellationToken);
        for (var i = 0; i < lines.Length; i++)
        {
            var staged = Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N"));
            await File.WriteAllTextAsync(staged, lines[i], cancellationToken);
            var part = new Byproduct
            {
                Key = (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                Engine = Engine,
                Folder = source.Asset.Content.Folder,
                FileName = lines[i] + ".xml",
                StagedPath = staged,
            };
            await parts.IngestAsync(run, source, part, cancellationToken);
        }
        return Enumerable.Range(1, lines.Length).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
    }
}
