using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Accounts;

/// <summary>Which passwords the API accepts for a user.</summary>
public sealed class PasswordRules(IOptions<AccountOptions> options)
{
    /// <summary>Longest password in characters.</summary>
    public const int MaxLength = 256;

    /// <exception cref="RuleViolationException">30001: too short or long, or of too few kinds of characters. The reason does not
    /// repeat the password.</exception>
    public void Require(string password)
    {
        var least = options.Value.MinPasswordLength;
        if (password.Length < least || password.Length > MaxLength)
            throw Violations.PasswordLength(least, MaxLength);
        if (options.Value.MixedPasswords && !IsMixed(password))
            throw Violations.PasswordTooPlain();
    }

    /// <summary>True with at least one letter of either case, one digit and one other character.</summary>
    internal static bool IsMixed(string password) =>
        password.Any(char.IsAsciiLetterLower)
        && password.Any(char.IsAsciiLetterUpper)
        && password.Any(char.IsAsciiDigit)
        && password.Any(c => !char.IsAsciiLetterOrDigit(c));
}
