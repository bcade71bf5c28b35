using System.Globalization;
using System.Security.Cryptography;

namespace IpsJobs.Core.Accounts;

/// <summary>PBKDF2 with SHA-512 in the form <c>pbkdf2-sha512$iterations$salt$hash</c>, so that the cost can rise without breaking old hashes.</summary>
public static class PasswordHash
{
    private const int Iterations = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hash of a password nobody has: verifying against it costs the same time as a real one.</summary>
    public static string Decoy { get; } = Create(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    public static string Create(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(CultureInfo.InvariantCulture,
            $"pbkdf2-sha512${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Iterations))}");
    }

    /// <summary>True when <paramref name="password"/> made <paramref name="hash"/>; false too for a hash of unknown form.</summary>
    public static bool Verify(string password, string hash)
    {
        var parts = hash.Split('$');
        return parts.Length == 4
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var iterations)
            && CryptographicOperations.FixedTimeEquals(
                Derive(password, Convert.FromBase64String(parts[2]), iterations), Convert.FromBase64String(parts[3]));
    }

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
