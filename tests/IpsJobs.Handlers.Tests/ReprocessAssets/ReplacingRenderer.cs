using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Tests.ReprocessAssets;

/// <summary>Draws fonts as pictures, and while it draws the first one lets something happen.</summary>
public sealed class ReplacingRenderer(Action meanwhile) : IPictureRenderer
{
    public int Drawn { get; private set; }

    public bool AppliesTo(FileClass.Known type, string extension, UploadOptionBlocks options) => extension == "ttf";

    public async Task<RenderedPicture> RenderAsync(JobRun run, string path, UploadOptionBlocks options, CancellationToken cancellationToken)
    {
        var staged = Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N") + ".png");
        await File.WriteAllBytesAsync(staged, UrlUpload.UploadFixture.Picture(), cancellationToken);
        if (++Drawn == 1)
            meanwhile();
        return new RenderedPicture(staged, [], new Dictionary<string, string>());
    }
}
