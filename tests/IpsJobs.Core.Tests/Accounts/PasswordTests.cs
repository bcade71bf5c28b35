using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("aB3$efgh", null)]
    [InlineData("Blåbær 2 ", null)]
    [InlineData("aB3$efg", "Fault.PasswordLength")]
    [InlineData("", "Fault.PasswordLength")]
    [InlineData("ab3$efgh", "Fault.PasswordTooPlain")]
    [InlineData("AB3$EFGH", "Fault.PasswordTooPlain")]
    [InlineData("aBc$efgh", "Fault.PasswordTooPlain")]
    [InlineData("aB3defgh", "Fault.PasswordTooPlain")]
    public void Require_WantsEightCharactersOfFourKinds(string password, string? key) =>
        Find(new AccountOptions(), password).Should().Be(key);

    [Fact]
    public void Require_BoundsTheLength_BecauseEveryCharacterIsHashed()
    {
        Find(new AccountOptions(), "aB3$" + new string('x', PasswordRules.MaxLength - 4)).Should().BeNull();
        Find(new AccountOptions(), "aB3$" + new string('x', PasswordRules.MaxLength - 3)).Should().Be("Fault.PasswordLength");
    }

    [Fact]
    public void Require_FollowsTheSettings() =>
        Find(new AccountOptions { MinPasswordLength = 4, MixedPasswords = false }, "abcd").Should().BeNull();

    [Fact]
    public void Next_MakesPasswordsThatTheRulesAccept_AndNeverTheSame()
    {
        var made = Enumerable.Range(0, 200).Select(_ => PasswordGenerator.Next()).ToList();

        made.Should().OnlyHaveUniqueItems().And.OnlyContain(password => Find(new AccountOptions(), password) == null);
    }

    // The key of the reason; null when the password is accepted.
    private static string? Find(AccountOptions options, string password)
    {
        try
        {
            new PasswordRules(Options.Create(options)).Require(password);
            return null;
        }
        catch (RuleViolationException refusal)
        {
            refusal.Code.Should().Be(30001);
            refusal.Reason.Arguments.Should().NotContain(password);
            return refusal.Reason.Key;
        }
    }
}
