using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Projects;
using IpsJobs.Core.Properties;
using IpsJobs.Handlers.UrlUpload;
using IpsJobs.Imaging;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.UrlUpload;

public sealed class UrlUploadServicesTests
{
    [Fact]
    public void AddUrlUpload_RegistersTheTypeWithHandlerAndRules()
    {
        using var services = Build([]);
        var registry = services.GetRequiredService<JobTypeRegistry>();

        var type = registry.FindByElement("uploadUrlsJob")!;

        type.Should().Be(new JobTypeInfo(JobTypes.UrlUpload, "uploadUrlsJob", LogTypes.BeginUploadUrls, LogTypes.EndUploadUrls));
        registry.HandlerOf(type).Should().BeOfType<UrlUploadHandler>();
        registry.RulesOf(type).Should().BeOfType<UrlUploadRules>();
    }

    [Fact]
    public void AddUrlUpload_ReadsItsSection()
    {
        using var services = Build(new() { ["UrlUpload:Parallel"] = "2", ["UrlUpload:IdleTimeout"] = "00:00:05" });

        var options = services.GetRequiredService<IOptions<UrlUploadOptions>>().Value;

        (options.Parallel, options.IdleTimeout, options.Retries).Should().Be((2, TimeSpan.FromSeconds(5), 2));
    }

    [Theory]
    [InlineData("UrlUpload:Parallel", "0")]
    [InlineData("UrlUpload:Batch", "0")]
    [InlineData("UrlUpload:IdleTimeout", "00:00:00")]
    [InlineData("UrlUpload:Retries", "-1")]
    public void AddUrlUpload_NamesTheWrongSetting(string key, string value)
    {
        using var services = Build(new() { [key] = value });

        var act = () => services.GetRequiredService<IOptions<UrlUploadOptions>>().Value;

        act.Should().Throw<OptionsValidationException>().WithMessage(key + " *");
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddSingleton(new ServerClock(TimeProvider.System, TimeZoneInfo.Utc))
        .AddSingleton(new DataFolder(Path.GetTempPath()))
        .AddSingleton<IAssetStore>(new FakeAssetStore(TimeProvider.System))
        .AddSingleton<IAssetSearch>(new TypeSearch(new FakeAssetStore(TimeProvider.System)))
        .AddSingleton<IProjectStore>(new FakeProjectStore())
        .AddSingleton<IPropertySets>(new Publishing.FakePropertySets())
        .AddSingleton<IItemQueries>(new FakeJobStore(new ServerClock(TimeProvider.System, TimeZoneInfo.Utc)))
        .AddSingleton<NameReservations>()
        .AddSingleton<NameHolds>()
        .AddLogging()
        .AddSingleton<JobTypeRegistry>()
        .AddIpsImaging()
        .AddUrlUpload()
        .BuildServiceProvider();
}
