using System.Text;

namespace IpsJobs.Handlers.Publishing;

/// <summary>A second name for a file: no byte is copied, and what is durable stays durable.</summary>
public static class HardLink
{
    /// <summary>Links <paramref name="path"/> to the file at <paramref name="existing"/>.</summary>
    /// <returns>False when linking is not possible, as between different file systems; nothing was made then.</returns>
    public static bool TryCreate(string existing, string path) => OperatingSystem.IsWindows()
        ? NativeMethods.CreateHardLink(path, existing, 0)
        : NativeMethods.Link(Terminated(existing), Terminated(path)) == 0;

    private static byte[] Terminated(string path) => Encoding.UTF8.GetBytes(path + '\0');
}
