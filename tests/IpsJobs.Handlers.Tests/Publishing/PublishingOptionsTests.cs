using IpsJobs.Handlers.ImageServingPublish;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class PublishingOptionsTests
{
    [Fact]
    public void Options_ComeFromTheSection_WhenItIsSet() =>
        Bound(("CleanupAge", "02:00:00"), ("Copiers", "2")).Should().BeEquivalentTo(
            new PublishingOptions { CleanupAge = TimeSpan.FromHours(2), Copiers = 2 });

    [Fact]
    public void Options_NameEveryProblem_WhenSeveralAreWrong()
    {
        var read = () => Bound(("BatchSize", "0"), ("Copiers", "65"), ("CleanupAge", "-01:00:00"), ("MaxConsecutiveFailures", "0"));

        read.Should().Throw<OptionsValidationException>().Which.Failures.Should().Equal(
            "Publishing:BatchSize must be 1 to 10000",
            "Publishing:Copiers must be 1 to 64",
            "Publishing:CleanupAge must be zero or longer",
            "Publishing:MaxConsecutiveFailures must be 1 or more");
    }

    private static PublishingOptions Bound(params (string Name, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create<string, string?>("Publishing:" + s.Name, s.Value));
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddImageServingPublish()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<PublishingOptions>>().Value;
    }
}
