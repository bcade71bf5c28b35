using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IpsJobs.Storage.Sqlite;

/// <summary>Gives <c>dotnet ef migrations add NAME --project src/IpsJobs.Storage --output-dir Sqlite/Migrations</c> a context; no database is opened.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<IpsDbContext>
{
    public IpsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<IpsDbContext>().UseSqlite("Data Source=design.db").Options);
}
