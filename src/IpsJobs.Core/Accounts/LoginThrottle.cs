using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Accounts;

/// <summary>Refuses logins of a user from an address after too many have failed, so that passwords cannot be guessed.</summary>
/// <remarks>Whether there is such a user plays no part. Other addresses stay open: nobody can lock a user out from elsewhere.</remarks>
public sealed class LoginThrottle(ServerClock clock, IOptions<AccountOptions> options)
{
    private const int MaxEntries = 50_000;
    private readonly Dictionary<UInt128, Failures> _entries = [];
    private readonly Lock _gate = new();
    private volatile int _count;

    /// <exception cref="RuleViolationException">10001: too many logins have failed; right credentials are refused as well.</exception>
    public void RequireOpen(string email, string address)
    {
        if (_count == 0)
            return;
        lock (_gate)
        {
            if (_entries.TryGetValue(Key(email, address), out var failures) && IsClosed(failures) && failures.Until > clock.UtcNow)
                throw Violations.TooManyLogins((int)Math.Ceiling((failures.Until - clock.UtcNow).TotalMinutes));
        }
    }

    public void NoteFailure(string email, string address)
    {
        if (options.Value.MaxLoginFailures == 0)
            return;
        lock (_gate)
        {
            var key = Key(email, address);
            var now = clock.UtcNow;
            var before = _entries.TryGetValue(key, out var known) && known.Until > now ? known.Count : 0;
            MakeRoom(now);
            _entries[key] = new Failures(before + 1, now + options.Value.LoginPause);
            _count = _entries.Count;
        }
    }

    /// <summary>A right password ends the count.</summary>
    public void NoteSuccess(string email, string address)
    {
        if (_count == 0)
            return;
        lock (_gate)
        {
            _entries.Remove(Key(email, address));
            _count = _entries.Count;
        }
    }

    private static UInt128 Key(string email, string address)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{email.ToUpperInvariant()}\n{address}"), hash);
        return BitConverter.ToUInt128(hash);
    }

    private bool IsClosed(Failures failures) => failures.Count >= options.Value.MaxLoginFailures;

    // Somebody who tries ever new names must not fill the memory; those who are refused now are forgotten last.
    private void MakeRoom(DateTimeOffset now)
    {
        if (_entries.Count < MaxEntries)
            return;
        Remove(failures => failures.Until <= now);
        if (_entries.Count >= MaxEntries)
            Remove(failures => !IsClosed(failures));
        if (_entries.Count >= MaxEntries)
            _entries.Clear();
    }

    private void Remove(Func<Failures, bool> which)
    {
        foreach (var key in _entries.Where(entry => which(entry.Value)).Select(entry => entry.Key).ToList())
            _entries.Remove(key);
    }

    private readonly record struct Failures(int Count, DateTimeOffset Until);
}
