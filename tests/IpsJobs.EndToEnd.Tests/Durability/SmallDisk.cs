using System.Diagnostics;
using System.Globalization;

namespace IpsJobs.EndToEnd.Tests.Durability;

/// <summary>A file system of some megabytes in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Filler = "filler";
    private readonly string fillerPath;

    private SmallDisk(string root)
    {
        Root = root;
        fillerPath = Path.Combine(root, Filler);
    }

    public static bool CanBeMounted { get; } = Try();

    public string Root { get; }

    public static SmallDisk Mount(int megabytes)
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "ipsjobs", root).Should().Be(0);
        return new SmallDisk(root);
    }

    /// <summary>Leaves not one byte.</summary>
    public void Fill()
    {
        using var file = File.Create(fillerPath);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // That is what was wanted: the disk is full.
        }
    }

    public void Free() => File.Delete(fillerPath);

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Root).Should().Be(0);

    public void Dispose()
    {
        Run("umount", "-l", Root);
        Directory.Delete(Root);
    }

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return false;
        var probe = Directory.CreateTempSubdirectory("ipsjobs-probe-").FullName;
        var isMounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "ipsjobs", probe) == 0;
        if (isMounted)
            Run("umount", probe);
        Directory.Delete(probe);
        return isMounted;
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
