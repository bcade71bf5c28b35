using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>One table of jobs.</summary>
internal sealed class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options)
{
    public DbSet<BenchJob> Jobs => Set<BenchJob>();
}
