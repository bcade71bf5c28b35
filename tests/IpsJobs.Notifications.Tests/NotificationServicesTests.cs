using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Tests;

public sealed class NotificationServicesTests
{
    [Fact]
    public void AddIpsNotifications_MakesTheSendersTheWatchAndTheTexts()
    {
        using var services = Services();

        services.GetServices<IHostedService>().Should().HaveCount(3);
        services.GetRequiredService<IMessageRenderer>().Render(new LocalizedMessage("Log.BeginUpload"), null)
            .Should().Be("Upload has begun!");
    }

    [Fact]
    public void AddIpsNotifications_WritesFiles_UnlessAHostIsSet()
    {
        using var files = Services();
        using var smtp = Services(("Mail:Host", "mail.example.com"));

        files.GetRequiredService<IMailTransport>().Should().BeOfType<FolderMailTransport>();
        smtp.GetRequiredService<IMailTransport>().Should().BeOfType<SmtpMailTransport>();
    }

    [Fact]
    public void AddIpsNotifications_StopsTheStart_WhenASettingIsWrong()
    {
        using var services = Services(("Mail:Timeout", "00:00:00"), ("Mail:From", "nobody"), ("Mail:CaFile", "/none.pem"));
        using var guessable = Services(("Notifications:SigningSecret", "guess me"));

        services.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate())
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(3);
        guessable.GetRequiredService<IStartupValidator>().Invoking(v => v.Validate())
            .Should().Throw<OptionsValidationException>().WithMessage("Notifications:SigningSecret*");
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        var time = new SignallingTime();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(Sample.Clock(time))
            .AddSingleton(new DataFolder(Path.GetTempPath()))
            .AddSingleton<IOutbox>(new FakeOutbox(time))
            .AddSingleton<IJobQueries>(new FakeJobQueries())
            .AddSingleton<IAccountDirectory>(Sample.Accounts())
            .AddSingleton<IWarnings>(new FakeWarnings())
            .AddSingleton<IDiskSpace>(new FakeDiskSpace())
            .AddSingleton<DiskReserve>()
            .AddSingleton<CompanyAdministrators>()
            .AddSingleton<AdministratorWarnings>()
            .AddSingleton<PublicLinks>()
            .AddIpsNotifications(configuration)
            .BuildServiceProvider(validateScopes: true);
    }
}
