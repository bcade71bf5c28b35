using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Projects;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>The real parts of an ingest on the stores of a test.</summary>
public sealed class IngestParts(
    IAssetStore assets,
    NameReservations reservations,
    IImageOptimizer optimizer,
    DataFolder data,
    IItemQueries items,
    IProjectStore projects)
{
    // Files that want one name at the same time wait for each other, and no test moves the clock meanwhile.
    private static readonly ServerClock PauseClock = new(TimeProvider.System, TimeZoneInfo.Utc);

    /// <summary>Makers to ask after every source; they get the ingest of parts.</summary>
    public List<Func<ByproductIngest, IByproductMaker>> Makers { get; } = [];

    public List<IPictureRenderer> Renderers { get; } = [];

    public PicturePreparation Pictures => new(optimizer, new PictureRequests(assets, data), Renderers);

    public FileStorage Storage => new(new AssetPlaces(assets, reservations, PauseClock), Pictures, new AssetCommits(data, new ProjectLinks(projects)));

    public ByproductRuns Byproducts
    {
        get
        {
            var parts = new ByproductIngest(Storage, assets);
            return new ByproductRuns(Makers.Select(m => m(parts)), assets, items, data);
        }
    }

    public FileIngest Ingest => new(Storage, Byproducts);
}
