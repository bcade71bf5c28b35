namespace IpsJobs.Storage.Entities;

/// <summary>A user belongs to a company.</summary>
internal sealed class MembershipEntity
{
    public int UserId { get; set; }

    public int CompanyId { get; set; }

    public string Role { get; set; } = "";

    public bool IsActive { get; set; }
}
