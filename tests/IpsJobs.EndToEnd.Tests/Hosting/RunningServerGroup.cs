namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>Tests that share one running server.</summary>
[CollectionDefinition(Name)]
public sealed class RunningServerGroup : ICollectionFixture<RunningServer>
{
    public const string Name = "running server";
}
