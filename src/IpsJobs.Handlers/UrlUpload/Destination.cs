using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>Where a fetched file goes.</summary>
/// <param name="Folder">With company root and trailing slash.</param>
/// <param name="FileName">Cleaned where that leaves something, otherwise as given.</param>
public sealed record Destination(string Folder, string FileName)
{
    public string Path => Folder + FileName;

    /// <summary>True when the path stays inside the company.</summary>
    public static bool IsLegal(string companyRoot, string destPath) => CompanyPath.TryNormalizeFolder(companyRoot, destPath, out _);

    /// <summary>Reads a legal path; one that ends in a slash takes the file name from the address.</summary>
    /// <exception cref="ArgumentException">The path is not legal.</exception>
    public static Destination Of(string companyRoot, string destPath, SourceAddress source)
    {
        if (CompanyPath.TrySplitFile(companyRoot, destPath, out var folder, out var fileName))
            return new Destination(folder, AssetNaming.Clean(fileName) ?? fileName);
        if (!CompanyPath.TryNormalizeFolder(companyRoot, destPath, out folder))
            throw new ArgumentException("The path leaves the company", nameof(destPath));
        return new Destination(folder, AssetNaming.Clean(source.FileName) ?? source.FileName);
    }
}
