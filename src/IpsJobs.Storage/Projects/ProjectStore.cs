using IpsJobs.Core.Accounts;
using IpsJobs.Core.Projects;
using IpsJobs.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Projects;

/// <summary>Projects, as rows.</summary>
internal sealed class ProjectStore(IDbContextFactory<IpsDbContext> contexts, CommitWriter writer) : IProjectStore
{
    private const string NameHolder = """SELECT 1 FROM "Projects" WHERE "CompanyId" = ?1 AND "Name" = ?2""";
    private const string Insert = """INSERT INTO "Projects" ("CompanyId", "Name") VALUES (?1, ?2)""";

    public async Task<Project?> FindAsync(int companyId, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.Projects.AsNoTracking()
            .SingleOrDefaultAsync(p => p.CompanyId == companyId && p.Name == name, cancellationToken).ConfigureAwait(false);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<Project>> ListAsync(int companyId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Projects.AsNoTracking()
            .Where(p => p.CompanyId == companyId).OrderBy(p => p.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord());
    }

    public Task<Project> AddAsync(int companyId, string name, CancellationToken cancellationToken) =>
        writer.RunAsync(s => Add(s, companyId, name), cancellationToken);

    private static Project Add(WriteSession session, int companyId, string name)
    {
        if (session.Exists(NameHolder, companyId, name))
            throw new NameTakenException("Project", name);
        return new Project(session.Insert(Insert, companyId, name), companyId, name);
    }
}
