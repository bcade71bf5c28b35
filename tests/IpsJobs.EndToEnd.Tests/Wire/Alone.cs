namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Tests that run when no other does, because they measure the memory of the process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
