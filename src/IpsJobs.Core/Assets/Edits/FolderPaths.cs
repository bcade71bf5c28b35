using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>Reads the folders of a request, which clients name by handle or by path wherever the API takes one of the two.</summary>
public static class FolderPaths
{
    /// <summary>The folder's path, with company root and trailing slash; whether it exists is another question.</summary>
    /// <exception cref="RuleViolationException">30002 when absent, 30001 for what is no path inside the company.</exception>
    public static string Require(Company company, string? handle, string path)
    {
        ArgumentNullException.ThrowIfNull(company);
        if (string.IsNullOrWhiteSpace(handle))
            throw Violations.Missing(path);
        return Find(company.RootPath, handle) ?? throw Violations.InvalidHandle(handle, path);
    }

    /// <summary>The folder that a handle or path means, with company root and trailing slash.</summary>
    /// <param name="companyRoot">Such as <c>SampleCompany/</c>.</param>
    /// <param name="text">As the client wrote it; blank means the root itself.</param>
    /// <returns>Null for what is no path inside the company.</returns>
    public static string? Find(string companyRoot, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return companyRoot;
        return FolderHandle.TryParse(text, out var handle) && CompanyPath.TryNormalizeFolder(companyRoot, handle.Path, out var folder)
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
