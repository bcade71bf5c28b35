using IpsJobs.Core.Properties;
using IpsJobs.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Properties;

/// <summary>Property sets, as rows.</summary>
internal sealed class PropertySets(IDbContextFactory<IpsDbContext> contexts, CommitWriter writer) : IPropertySets
{
    private const string Insert = """INSERT INTO "PropertySets" ("CompanyId", "TypeName", "Properties") VALUES (?1, ?2, ?3)""";
    private const string Update = """UPDATE "PropertySets" SET "Properties" = ?3 WHERE "PropertySetId" = ?1 AND "CompanyId" = ?2""";
    private const string Delete = """DELETE FROM "PropertySets" WHERE "PropertySetId" = ?1 AND "CompanyId" = ?2""";

    public async Task<PropertySet?> FindAsync(int companyId, int propertySetId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.PropertySets.AsNoTracking()
            .SingleOrDefaultAsync(p => p.PropertySetId == propertySetId && p.CompanyId == companyId, cancellationToken)
            .ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<PropertySet>> ListAsync(int companyId, string typeName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.PropertySets.AsNoTracking()
            .Where(p => p.CompanyId == companyId && p.TypeName == typeName)
            .OrderBy(p => p.PropertySetId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord());
    }

    public Task<PropertySet> AddAsync(PropertySet set, CancellationToken cancellationToken) => writer.RunAsync(
        s => set with { PropertySetId = (int)s.Insert(Insert, set.CompanyId, set.TypeName, Text(set)) }, cancellationToken);

    public Task UpdateAsync(PropertySet set, CancellationToken cancellationToken) =>
        writer.RunAsync(s => { s.Execute(Update, set.PropertySetId, set.CompanyId, Text(set)); }, cancellationToken);

    public Task RemoveAsync(int companyId, int propertySetId, CancellationToken cancellationToken) =>
        writer.RunAsync(s => { s.Execute(Delete, propertySetId, companyId); }, cancellationToken);

    private static string Text(PropertySet set) => StoreJson.Write(set.Values) ?? "{}";
}
