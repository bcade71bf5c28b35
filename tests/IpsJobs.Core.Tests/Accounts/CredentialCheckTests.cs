using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Testing.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class CredentialCheckTests
{
    private readonly FakeAccountDirectory accounts = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly CredentialCheck check;

    public CredentialCheckTests()
    {
        check = new CredentialCheck(accounts, new ServerClock(time, TimeZoneInfo.Utc));
        Put(AnAccount.User(1, PasswordHash.Create("right")));
    }

    [Fact]
    public async Task Authenticate_FindsTheAccount_WhenEmailDiffersInCase() =>
        (await check.AuthenticateAsync(new Credentials("USER1@example.com", "right"), default)).User.UserId.Should().Be(1);

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
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), default);
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
        await check.AuthenticateAsync(new Credentials("user1@example.com", "right"), default);

        time.Advance(TimeSpan.FromMinutes(1));

        (await CodeAsync(new Credentials("user1@example.com", "right"))).Should().Be(10002);
    }

    [Fact]
    public void ToString_KeepsThePassword_WhenCredentialsArePrinted() =>
        new Credentials("user1@example.com", "right").ToString().Should().NotContain("right");

    private void Put(User user)
    {
        accounts.Accounts.Clear();
        accounts.Accounts.Add(new Account(user, []));
    }

    private async Task<int> CodeAsync(Credentials? credentials) =>
        (await FluentActions.Awaiting(() => check.AuthenticateAsync(credentials, default).AsTask())
            .Should().ThrowAsync<RuleViolationException>()).Which.Code;
}
