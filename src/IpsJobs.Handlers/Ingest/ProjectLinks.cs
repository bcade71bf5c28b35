using IpsJobs.Core.Jobs;
using IpsJobs.Core.Projects;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Finds the projects that a job names.</summary>
public sealed class ProjectLinks(IProjectStore projects)
{
    /// <summary>The projects by name; names of none become warnings, because a project may be gone by the time a job runs.</summary>
    public async Task<FoundProjects> FindAsync(JobRun run, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return FoundProjects.None;
        var (ids, warnings) = (new List<long>(), new List<AuxEntry>());
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (await projects.FindAsync(run.Company.CompanyId, name, cancellationToken) is { } project)
                ids.Add(project.ProjectId);
            else
                warnings.Add(run.Warning("Log.Upload.ProjectUnknown", name));
        }
        return new FoundProjects(ids, warnings);
    }
}
