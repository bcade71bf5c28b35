using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace IpsJobs.EndToEnd.Tests.Hosting;

public sealed class WebBuildersTests
{
    [Fact]
    public async Task Create_ReadsTheSettingsBesideTheProgram()
    {
        await using var app = WebBuilders.Create().Build();

        app.Configuration["Api:WebApp"].Should().Be("scene7");
    }

    [Fact]
    public async Task Create_ReadsTheSettingsAgain_WhenTheyChange()
    {
        await using var app = WebBuilders.Create().Build();

        SourcesOf(app).Should().NotBeEmpty().And.OnlyContain(f => f.ReloadOnChange);
    }

    // The data folder lies below the program by default, and each of its folders would cost a watch.
    [Fact]
    public async Task Server_WatchesNoFolder()
    {
        await using var world = await ServerWorld.CreateAsync();
        await using var server = await world.StartReadyAsync();

        server.WatchesFiles.Should().BeFalse();
    }

    [Fact]
    public async Task CreateLocal_LooksForNoChanges()
    {
        await using var app = WebBuilders.CreateLocal().Build();

        SourcesOf(app).Should().NotBeEmpty().And.OnlyContain(f => !f.ReloadOnChange);
    }

    [Fact]
    public async Task CreateLocal_ListensOnAFreePortOfThisMachineOnly()
    {
        await using var app = WebBuilders.CreateLocal().Build();
        await app.StartAsync();

        var address = new Uri(app.Urls.Should().ContainSingle().Subject);
        address.IsLoopback.Should().BeTrue();
        address.Port.Should().NotBe(0);
        await app.StopAsync();
    }

    private static List<FileConfigurationSource> SourcesOf(WebApplication app) =>
        [.. ((IConfigurationRoot)app.Configuration).Providers.OfType<JsonConfigurationProvider>().Select(p => p.Source)];
}
