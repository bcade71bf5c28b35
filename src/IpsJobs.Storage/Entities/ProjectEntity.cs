using IpsJobs.Core.Projects;

namespace IpsJobs.Storage.Entities;

/// <summary>A project of a company.</summary>
internal sealed class ProjectEntity
{
    public long ProjectId { get; set; }

    public int CompanyId { get; set; }

    public string Name { get; set; } = "";

    public Project ToRecord() => new(ProjectId, CompanyId, Name);
}
