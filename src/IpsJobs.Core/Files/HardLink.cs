using System.Runtime.InteropServices;
using System.Text;

namespace IpsJobs.Core.Files;

/// <summary>A second name for a file: no byte is copied, and what is durable stays durable.</summary>
public static class HardLink
{
    /// <summary>Links <paramref name="path"/> to the file at <paramref name="existing"/>.</summary>
    /// <returns>False when linking is not possible, as between different file systems; nothing was made then.</returns>
    public static bool TryCreate(string existing, string path) => OperatingSystem.IsWindows()
        ? CreateHardLink(path, existing, 0)
        : link(Encoding.UTF8.GetBytes(existing + '\0'), Encoding.UTF8.GetBytes(path + '\0')) == 0;

#pragma warning disable CA5392, SYSLIB1054 // libc is always the system's own; source-generated marshalling would need unsafe code
    [DllImport("libc")]
    private static extern int link(byte[] existing, byte[] added);

    [DllImport("kernel32.dll", EntryPoint = "CreateHardLinkW", CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateHardLink(string added, string existing, nint reserved);
#pragma warning restore CA5392, SYSLIB1054
}
