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

    // The data folder lies below the program by default, and each of its folders would cost a watch.
    [Fact]
    public async Task Create_WatchesNoFolder()
    {
        await using var app = WebBuilders.Create().Build();

        var files = ((IConfigurationRoot)app.Configuration).Providers.OfType<JsonConfigurationProvider>().ToList();
        files.Should().NotBeEmpty();
        files.Should().OnlyContain(f => !f.Source.ReloadOnChange);
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
}
