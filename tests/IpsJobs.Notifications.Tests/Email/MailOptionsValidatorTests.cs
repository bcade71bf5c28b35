using IpsJobs.Notifications.Email;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class MailOptionsValidatorTests
{
    [Fact]
    public void Validate_Succeeds_ForTheDefaults() =>
        new MailOptionsValidator().Validate(null, new MailOptions()).Succeeded.Should().BeTrue();

    [Fact]
    public void Validate_ListsEveryProblem_WithTheNameOfTheSetting()
    {
        var wrong = new MailOptions
        {
            Port = 70000, TlsMode = (MailTlsMode)9, Timeout = TimeSpan.Zero, From = "nobody", Password = "x",
        };

        var failures = new MailOptionsValidator().Validate(null, wrong).Failures!;

        failures.Select(f => f.Split(' ')[0])
            .Should().BeEquivalentTo("Mail:Port", "Mail:TlsMode", "Mail:Timeout", "Mail:From", "Mail:User");
    }

    [Theory]
    [InlineData(MailTlsMode.Implicit, 0, 465)]
    [InlineData(MailTlsMode.StartTls, 0, 587)]
    [InlineData(MailTlsMode.WhenAvailable, 0, 25)]
    [InlineData(MailTlsMode.Implicit, 2525, 2525)]
    public void EffectivePort_IsTheUsualOne_UnlessSet(MailTlsMode mode, int port, int expected) =>
        new MailOptions { TlsMode = mode, Port = port }.EffectivePort.Should().Be(expected);
}
