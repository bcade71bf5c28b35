namespace IpsJobs.Storage.Entities;

/// <summary>A publish context of a company.</summary>
internal sealed class PublishContextEntity
{
    public int ContextId { get; set; }

    public int CompanyId { get; set; }

    public string Name { get; set; } = "";

    public string Type { get; set; } = "";

    public bool PublishAll { get; set; }
}
