using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A file that looks for its place among the assets of a company.</summary>
internal sealed record PlaceRequest(Company Company, NameSpace NameSpace, IncomingFile File, bool Overwrite)
{
    /// <summary>What the file was made from; null for files that came from outside.</summary>
    public GeneratedPart? Part { get; init; }

    public string Name => AssetNaming.BaseName(File.FileName);
}
