using System.Runtime.InteropServices;

namespace IpsJobs.Handlers.Publishing;

/// <summary>System calls that the framework does not offer.</summary>
internal static class NativeMethods
{
    /// <summary>Paths are UTF-8 and end with a zero byte.</summary>
    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int Link(byte[] existing, byte[] added);

    [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int SyncFileSystem(SafeHandle file);

    [DllImport("kernel32.dll", EntryPoint = "CreateHardLinkW", SetLastError = true, CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static extern bool CreateHardLink(string added, string existing, nint reserved);
}
