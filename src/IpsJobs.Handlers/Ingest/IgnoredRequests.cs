using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Warnings about everything that was asked for a file and not done.</summary>
internal static class IgnoredRequests
{
    public static IEnumerable<AuxEntry> Of(JobRun run, PlacedFile file)
    {
        if (file.Item.Part is not null)
            yield break;
        var settings = file.Item.Settings;
        var type = file.Picture.Type.AssetType;
        var extension = AssetNaming.Extension(file.Request.File.FileName).ToLowerInvariant();
        foreach (var option in OptionWarnings.For(settings.Options, type, extension))
            yield return run.Warning("Log.Upload.OptionNotApplied", option);
    }
}
