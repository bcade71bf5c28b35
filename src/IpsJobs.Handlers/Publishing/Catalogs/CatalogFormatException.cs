namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>A data file on a target is not what a publish writes; it has to be written anew.</summary>
public sealed class CatalogFormatException(string path, string detail) : Exception($"{path}: {detail}")
{
    public string CatalogPath { get; } = path;

    public string Detail { get; } = detail;
}
