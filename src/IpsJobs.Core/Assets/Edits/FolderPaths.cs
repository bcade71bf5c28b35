using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>Reads folder handles of a request.</summary>
public static class FolderPaths
{
    /// <summary>The folder's path, with company root and trailing slash; whether it exists is another question.</summary>
    /// <exception cref="RuleViolationException">30002 when absent, 30001 for what is no path inside the company.</exception>
    public static string Require(Company company, string? handle, string path)
    {
        ArgumentNullException.ThrowIfNull(company);
        if (string.IsNullOrWhiteSpace(handle))
            throw Violations.Missing(path);
        return Find(company, handle) ?? throw Violations.InvalidHandle(handle, path);
    }

    /// <summary>The path that a folder handle means, with company root and trailing slash; null for what is no path inside the company.</summary>
    public static string? Find(Company company, string handle)
    {
        ArgumentNullException.ThrowIfNull(company);
        return FolderHandle.TryParse(handle, out var parsed) && CompanyPath.TryNormalizeFolder(company.RootPath, parsed.Path, out var folder)
            ? folder
            : null;
    }

    /// <summary>The folder that a folder lies in; not for a company's root.</summary>
    public static string ParentOf(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return folder[..(folder.LastIndexOf('/', folder.Length - 2) + 1)];
    }
}
