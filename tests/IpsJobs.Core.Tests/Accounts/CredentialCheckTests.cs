using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Messages;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class CredentialCheckTests
{
    private const string Here = "192.0.2.1";
    private readonly FakeAccountDirectory accounts = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly AccountOptions settings = new() { MaxLoginFailures = 3, LoginPause = TimeSpan.FromMinutes(10) };
    private readonly CredentialCheck check;

    public CredentialCheckTests()
    {
        var clock = new ServerClock(time, TimeZoneInfo.Utc);
        check = new CredentialCheck(accounts, new LoginThrottle(clock, Options.Create(settings)), clock);
        Put(AnAccount.User(1, PasswordHash.Create("right")));
    }

    [Fact]
    public async Task Authenticate_FindsTheAccount_WhenEmailDiffersInCase() =>
        (await check.AuthenticateAsync(new Credentials("USER1@example.com", "right"), Here, default)).User.UserId.Should().Be(1);

    [Fact]
    public async Task Authenticate_Answers10000_WhenThereAreNoCredentials() => (await CodeAsync(null)).Should().Be(10000);

    [Theory]
    [InlineData("user1@example.com", "wrong")]
    [InlineData("nobody@example.com", "right")]
    public async Task Authenticate_Answers10001_WhenUserOrPasswordIsWrong(string email, string password) =>
        (await CodeAsync(new Credentials(email, password))).Should().Be(10001);

    [Fact]
    public async Task Authenticate_Answers10001_WhenThePasswordChangedAfterItWasRemembered()
    {
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), Here, default);
        Put(AnAccount.User(1, PasswordHash.Create("new")));

        (await CodeAsync(new Credentials("user1@example.com", "right"))).Should().Be(10001);
    }

    [Fact]
    public async Task Authenticate_Answers10002_WhenTheAccountIsLocked()
    {
        Put(AnAccount.User(1, PasswordHash.Create("right")) with { IsValid = false });

        (await CodeAsync(new Credentials("user1@example.com", "right"))).Should().Be(10002);
    }

    [Fact]
    public async Task Authenticate_Answers10002_WhenThePasswordExpiresWhileItIsRemembered()
    {
        Put(accounts.Accounts[0].User with { PasswordExpiresUtc = time.GetUtcNow().AddMinutes(1) });
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), Here, default);

        time.Advance(TimeSpan.FromMinutes(1));

        (await CodeAsync(new Credentials("user1@example.com", "right"))).Should().Be(10002);
    }

    [Theory]
    [InlineData("user1@example.com")]
    [InlineData("nobody@example.com")]
    public async Task Authenticate_RefusesInTheSameWords_WhenTooManyLoginsFailed_WhetherTheUserExistsOrNot(string email)
    {
        for (var i = 0; i < settings.MaxLoginFailures; i++)
            (await FaultAsync(email, "wrong")).Reason.Key.Should().Be("Fault.InvalidCredentials");

        var fault = await FaultAsync(email, "right");

        fault.Code.Should().Be(10001);
        fault.Reason.Should().BeEquivalentTo(new LocalizedMessage("Fault.TooManyLogins", ["10"]));
    }

    [Fact]
    public async Task Authenticate_AcceptsTheRightPassword_FromElsewhereAndAfterThePause_WhenTooManyLoginsFailed()
    {
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), Here, default);
        for (var i = 0; i < settings.MaxLoginFailures; i++)
            await FaultAsync("USER1@example.com", "wrong");

        (await CodeAsync(new Credentials("user1@example.com", "right"))).Should().Be(10001, "a remembered password must not tell a guess is right");
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), "192.0.2.9", default);
        time.Advance(settings.LoginPause);
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), Here, default);
    }

    [Fact]
    public async Task Authenticate_CountsFromTheStart_WhenALoginSucceedsBetweenFailures()
    {
        for (var i = 0; i < 3 * settings.MaxLoginFailures; i++)
        {
            (await FaultAsync("user1@example.com", "wrong")).Reason.Key.Should().Be("Fault.InvalidCredentials");
            if (i % 2 == 1)
                await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), Here, default);
        }
    }

    [Fact]
    public async Task Authenticate_ForgetsOldFailures_WhenTheyAreFarApart()
    {
        for (var i = 0; i < 3 * settings.MaxLoginFailures; i++)
        {
            (await FaultAsync("user1@example.com", "wrong")).Reason.Key.Should().Be("Fault.InvalidCredentials");
            time.Advance(settings.LoginPause);
        }
    }

    [Fact]
    public async Task Authenticate_NeverRefusesUnseen_WhenTheRuleIsOff()
    {
        settings.MaxLoginFailures = 0;
        for (var i = 0; i < 20; i++)
            await FaultAsync("user1@example.com", "wrong");

        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), Here, default);
    }

    [Fact]
    public void ToString_KeepsThePassword_WhenCredentialsArePrinted() =>
        new Credentials("user1@example.com", "right").ToString().Should().NotContain("right");

    private async Task<RuleViolationException> FaultAsync(string email, string password) =>
        (await FluentActions.Awaiting(() => check.AuthenticateAsync(new Credentials(email, password), Here, default).AsTask())
            .Should().ThrowAsync<RuleViolationException>()).Which;

    private void Put(User user)
    {
        accounts.Accounts.Clear();
        accounts.Accounts.Add(new Account(user, []));
    }

    private async Task<int> CodeAsync(Credentials? credentials, string address = Here) =>
        (await FluentActions.Awaiting(() => check.AuthenticateAsync(credentials, address, default).AsTask())
            .Should().ThrowAsync<RuleViolationException>()).Which.Code;
}
