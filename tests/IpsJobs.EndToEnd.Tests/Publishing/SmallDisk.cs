using System.Diagnostics;
using System.Globalization;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A file system of a few hundred kilobytes in memory, mounted while it lives.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<bool> Possible = new(TryOnce);

    public SmallDisk(int kilobytes)
    {
        Run("mount", "-t", "tmpfs", "-o", Size(kilobytes), "tmpfs", Folder);
    }

    /// <summary>Whether this machine and user can mount.</summary>
    public static bool IsPossible => Possible.Value;

    public string Folder { get; } = Directory.CreateTempSubdirectory("ipsjobs-disk-").FullName;

    /// <summary>Makes it larger or smaller, with what is on it.</summary>
    public void Resize(int kilobytes) => Run("mount", "-o", "remount," + Size(kilobytes), Folder);

    /// <summary>Lets nobody write, not even root.</summary>
    public void Protect() => Run("mount", "-o", "remount,ro", Folder);

    public void Allow() => Run("mount", "-o", "remount,rw", Folder);

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    private static string Size(int kilobytes) => string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");

    private static bool TryOnce()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return false;
        try
        {
            using var disk = new SmallDisk(64);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {errors}");
    }
}
