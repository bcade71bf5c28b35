using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Reads the folder that a request names by its path or handle, with the company's root or without.</summary>
internal static class FolderParameter
{
    /// <returns>The folder with company root and trailing slash; the root itself when none is given.</returns>
    /// <exception cref="RuleViolationException">30001: no path of a folder.</exception>
    public static string Read(Company company, string? text, string path) =>
        FolderPaths.Find(company.RootPath, text) ?? throw Violations.InvalidPath(text!, path);
}
