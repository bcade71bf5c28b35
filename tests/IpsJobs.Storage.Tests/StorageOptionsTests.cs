using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Storage.Tests;

/// <summary>Reading and checking settings.</summary>
public sealed class StorageOptionsTests
{
    [Fact]
    public void Options_AreValid_WhenNothingIsSet() =>
        Read([]).Should().BeEquivalentTo(new StorageOptions());

    [Fact]
    public void Options_AreRead_WhenSet() =>
        Read(new() { ["Storage:BusyTimeout"] = "00:00:30", ["Storage:MaxBatch"] = "7", ["Storage:QueueLength"] = "9", ["Storage:CheckUpToMegabytes"] = "0" })
            .Should().BeEquivalentTo(new StorageOptions { BusyTimeout = TimeSpan.FromSeconds(30), MaxBatch = 7, QueueLength = 9, CheckUpToMegabytes = 0 });

    [Fact]
    public void Options_NameEveryProblem_WhenSeveralAreWrong()
    {
        var act = () => Read(new() { ["Storage:Provider"] = "Oracle", ["Storage:MaxBatch"] = "0", ["Storage:BusyTimeout"] = "01:00:00", ["Storage:CheckUpToMegabytes"] = "-1" });

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(4)
            .And.Contain(f => f.Contains("Storage:Provider") && f.Contains("Sqlite"));
    }

    [Fact]
    public void Options_NameTheSetting_WhenItCannotBeRead()
    {
        var act = () => Read(new() { ["Storage:MaxBatch"] = "many" });

        act.Should().Throw<OptionsValidationException>().Which.Failures.Single().Should().Contain("Storage:MaxBatch").And.Contain("many");
    }

    private static StorageOptions Read(Dictionary<string, string?> settings)
    {
        using var provider = new ServiceCollection().AddIpsStorage(new TestConfiguration(settings)).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
