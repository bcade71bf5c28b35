using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Accounts;

/// <summary>Tells who calls. SOAP clients send the password with every request, so a verified one is remembered for five minutes.</summary>
/// <remarks>Memory holds a keyed hash of e-mail, password and stored hash: it tells nothing, and a changed password misses it.</remarks>
public sealed class CredentialCheck(IAccountDirectory accounts, LoginThrottle throttle, ServerClock clock)
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<UInt128, DateTimeOffset> verified = new();

    /// <summary>The account of the caller.</summary>
    /// <param name="credentials">What the caller presents; null when that is nothing.</param>
    /// <param name="address">Where the caller comes from.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="RuleViolationException">10000 without credentials, 10001 for an unknown e-mail or a wrong
    /// password (not told apart) and after too many of them, 10002 for an account that is locked or whose password has expired.</exception>
    public async ValueTask<Account> AuthenticateAsync(Credentials? credentials, string address, CancellationToken cancellationToken)
    {
        if (credentials is null)
            throw Violations.NoCredentials();
        throttle.RequireOpen(credentials.Email, address);
        var account = await accounts.FindAccountAsync(credentials.Email, cancellationToken);
        var isRight = Verify(credentials, account?.User.PasswordHash);
        // Again: of many guesses at the same time only as many may be answered as one after the other.
        throttle.RequireOpen(credentials.Email, address);
        if (!isRight)
        {
            throttle.NoteFailure(credentials.Email, address);
            throw Violations.InvalidCredentials();
        }

        throttle.NoteSuccess(credentials.Email, address);
        if (!account!.User.IsValid || account.User.PasswordExpiresUtc <= clock.UtcNow)
            throw Violations.InvalidUser(account.User.Email);
        return account;
    }

    private bool Verify(Credentials credentials, string? hash)
    {
        var now = clock.UtcNow;
        var entry = Entry(credentials, hash ?? PasswordHash.Decoy);
        if (hash is not null && verified.TryGetValue(entry, out var until) && until > now)
            return true;
        if (!PasswordHash.Verify(credentials.Password, hash ?? PasswordHash.Decoy) || hash is null)
            return false;
        Remember(entry, now);
        return true;
    }

    private void Remember(UInt128 entry, DateTimeOffset now)
    {
        if (verified.Count >= MaxRemembered)
            verified.Clear();
        verified[entry] = now + Remembered;
    }

    private UInt128 Entry(Credentials credentials, string hash)
    {
        Span<byte> mac = stackalloc byte[32];
        var text = Encoding.UTF8.GetBytes($"{credentials.Email.ToUpperInvariant()}\n{hash}\n{credentials.Password}");
        HMACSHA256.HashData(key, text, mac);
        return new UInt128(BitConverter.ToUInt64(mac), BitConverter.ToUInt64(mac[8..]));
    }
}
