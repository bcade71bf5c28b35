namespace IpsJobs.Core.Accounts;

/// <summary>A user who becomes a member, and with which role.</summary>
public sealed record NewMember(int UserId, string Role);
