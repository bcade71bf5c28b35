using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Projects;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.Publishing;
using IpsJobs.Imaging;
using IpsJobs.Imaging.Metadata;
using IpsJobs.Imaging.Tools;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>The real parts of an ingest on the stores of a test.</summary>
public sealed class IngestParts(
    IAssetStore assets,
    NameReservations reservations,
    ServerClock clock,
    IImageOptimizer optimizer,
    DataFolder data,
    IItemQueries items,
    IProjectStore projects,
    IMetadataReader metadata)
{
    /// <summary>Makers to ask after every source; they get the ingest of parts.</summary>
    public List<Func<ByproductIngest, IByproductMaker>> Makers { get; } = [];

    public List<IPictureRenderer> Renderers { get; } = [];

    public static IMetadataReader MetadataReader(ImageSlots slots, ServerClock clock)
    {
        var options = Options.Create(new ToolOptions());
        var tools = new ToolRunner(new Confinement(NullLogger<Confinement>.Instance), options, clock);
        return new EmbeddedMetadataReader(slots, tools, new MetadataMapper(tools), options);
    }

    public PicturePreparation Pictures => new(optimizer, new PictureRequests(assets, data), Renderers);

    public FileStorage Storage => new(Places, Pictures, new FileMetadata(metadata, assets, data), new AssetCommits(data, new ProjectLinks(projects)));

    public ReworkRuns Rework
    {
        get
        {
            var sources = new ReworkSources(assets, data);
            return new ReworkRuns(
                sources, new AssetRework(assets, new NameHolds(reservations, clock), Pictures, new FileMetadata(metadata, assets, data), new ProjectLinks(projects), Byproducts, sources, data), items);
        }
    }

    private AssetPlaces Places => new(assets, reservations, clock);

    public ByproductRuns Byproducts
    {
        get
        {
            var parts = new ByproductIngest(Storage, assets);
            return new ByproductRuns(Makers.Select(m => m(parts)), assets, items, data);
        }
    }

    public ArchiveOptions Archives { get; } = new();

    public FileIngest Ingest => new(Storage, Byproducts, new ArchiveIngest(Options.Create(Archives)));

    public FakePropertySets Properties { get; } = new();

    public SetPresets Presets => new(Properties, clock);

    public SetCandidates Candidates => new(assets, items);

    public SetWriter SetWriter => new(assets, new NameHolds(reservations, clock));

    public AutomaticSets Sets => new(Presets, Candidates, SetWriter);
}
