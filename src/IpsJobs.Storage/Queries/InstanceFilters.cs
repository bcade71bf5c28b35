using IpsJobs.Storage.Entities;

namespace IpsJobs.Storage.Queries;

/// <summary>The conditions that several listings share.</summary>
internal static class InstanceFilters
{
    /// <summary>Rows of these companies; null means all. A single company is compared directly, so that its index gives the order too.</summary>
    public static IQueryable<T> InCompanies<T>(this IQueryable<T> rows, IReadOnlyCollection<int>? companyIds)
        where T : DefinitionColumns
    {
        if (companyIds is null)
            return rows;
        if (companyIds.Count != 1)
            return rows.Where(r => companyIds.Contains(r.CompanyId));
        var only = companyIds.First();
        return rows.Where(r => r.CompanyId == only);
    }

    public static IQueryable<T> Named<T>(this IQueryable<T> rows, string? originalName)
        where T : DefinitionColumns =>
        originalName is null ? rows : rows.Where(r => r.OriginalName == originalName);
}
