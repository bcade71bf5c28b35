using IpsJobs.Core.Projects;

namespace IpsJobs.Testing.Fakes;

/// <summary>Projects in memory.</summary>
public sealed class FakeProjectStore : IProjectStore
{
    private readonly List<Project> projects = [];

    public Task<Project?> FindAsync(int companyId, string name, CancellationToken cancellationToken) =>
        Task.FromResult(projects.Find(p => p.CompanyId == companyId && p.Name == name));

    public Task<IReadOnlyList<Project>> ListAsync(int companyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Project>>(projects.FindAll(p => p.CompanyId == companyId));

    public Task<Project> AddAsync(int companyId, string name, CancellationToken cancellationToken)
    {
        var project = new Project(projects.Count + 1, companyId, name);
        projects.Add(project);
        return Task.FromResult(project);
    }
}
