using IpsJobs.Core.Accounts;

namespace IpsJobs.Core.Projects;

/// <summary>Projects of companies; a change is durable when the call returns.</summary>
public interface IProjectStore
{
    /// <summary>By exact name; null when there is none.</summary>
    Task<Project?> FindAsync(int companyId, string name, CancellationToken cancellationToken);

    /// <summary>All projects of the company, by name.</summary>
    Task<IReadOnlyList<Project>> ListAsync(int companyId, CancellationToken cancellationToken);

    /// <exception cref="NameTakenException">The company has a project of that name.</exception>
    Task<Project> AddAsync(int companyId, string name, CancellationToken cancellationToken);
}
