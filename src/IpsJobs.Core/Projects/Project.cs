using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Projects;

/// <summary>A named collection of assets of a company.</summary>
public sealed record Project(long ProjectId, int CompanyId, string Name)
{
    public ProjectHandle Handle => new(CompanyId, Name);
}
