using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Makes further assets of an asset that has just been committed: layers, pages, a catalog, encodings.</summary>
/// <remarks>
/// Every registered maker is asked after every source, in the order of registration. A maker commits each part through
/// <see cref="ByproductIngest"/>, which skips parts that have their row, so that an interrupted source is simply made again.
/// </remarks>
public interface IByproductMaker
{
    /// <summary>Generation engine of all parts this maker makes, a constant of <see cref="Core.Constants.GenerationEngines"/>.</summary>
    string Engine { get; }

    /// <summary>Whether the options ask for parts of this source; decided for every file, so without reading one.</summary>
    bool AppliesTo(AssetContent content, UploadSettings settings);

    /// <summary>Makes the parts; what fails gets its error row and does not end the job.</summary>
    /// <returns>Keys of all parts the source has now, failed ones included; parts of earlier runs that are not among them go to the trash.</returns>
    Task<IReadOnlySet<string>> MakeAsync(JobRun run, ByproductSource source, CancellationToken cancellationToken);
}
