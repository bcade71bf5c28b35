using System.Security.Cryptography;

namespace IpsJobs.Core.Accounts;

/// <summary>Makes strong passwords.</summary>
public static class PasswordGenerator
{
    private const int Length = 20;

    // Without letters that look alike, and without what XML or a shell would have to escape.
    private const string Characters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789+-.:=@_";

    /// <summary>A password that <see cref="PasswordRules"/> accept.</summary>
    public static string Next()
    {
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Characters, Length);
            if (PasswordRules.IsMixed(password))
                return password;
        }
    }
}
