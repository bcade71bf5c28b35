namespace IpsJobs.Core.Accounts;

/// <summary>A name or id that must be unique is already in use.</summary>
public sealed class NameTakenException(string what, string name) : Exception($"{what} '{name}' already exists")
{
    /// <summary>Kind of object, e.g. <c>Company</c>.</summary>
    public string What { get; } = what;

    public string Name { get; } = name;
}
