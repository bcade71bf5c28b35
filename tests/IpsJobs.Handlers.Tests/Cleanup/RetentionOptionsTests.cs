using System.Globalization;
using IpsJobs.Handlers.Cleanup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.Cleanup;

public sealed class RetentionOptionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    [InlineData(36_500)]
    public void AddCleanup_TakesTheDays_WhenTheyAreInRange(int days) => Read(days).JobLogDays.Should().Be(days);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(36_501)]
    public void AddCleanup_NamesTheSetting_WhenTheDaysAreOutOfRange(int days) =>
        FluentActions.Invoking(() => Read(days))
            .Should().Throw<OptionsValidationException>().WithMessage("*Retention:JobLogDays must be 1 to 36500*");

    private static RetentionOptions Read(int days)
    {
        var configuration = new ConfigurationManager { ["Retention:JobLogDays"] = days.ToString(CultureInfo.InvariantCulture) };
        using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddCleanup().BuildServiceProvider();
        return provider.GetRequiredService<IOptions<RetentionOptions>>().Value;
    }
}
