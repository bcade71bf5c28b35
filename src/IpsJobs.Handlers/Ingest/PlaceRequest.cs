using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A file that looks for its place among the assets of a company.</summary>
internal sealed record PlaceRequest(Company Company, NameSpace NameSpace, IncomingFile File, bool Overwrite)
{
    public string Name => AssetNaming.BaseName(File.FileName);
}
