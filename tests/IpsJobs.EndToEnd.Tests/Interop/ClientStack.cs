using System.Diagnostics;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>A SOAP stack of another language with its client program.</summary>
/// <param name="Name">Names the stack in test names.</param>
/// <param name="Needs">Packages that the stack comes with, as one would install them.</param>
/// <param name="Command">Starts the client program; its own arguments follow.</param>
/// <param name="Sample">Starts the short program among the samples; its own arguments follow.</param>
/// <param name="Probe">Ends without error where the stack is installed.</param>
internal sealed record ClientStack(string Name, string Needs, string[] Command, string[] Sample, string[] Probe)
{
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(30);
    private readonly Lazy<bool> isInstalled = new(() => Answers(Probe));

    public bool IsInstalled => isInstalled.Value;

    private static bool Answers(string[] probe)
    {
        try
        {
            using var process = Process.Start(ClientRun.StartInfo(probe))!;
            // Nobody waits for the pipes: a probe writes a few lines at most.
            if (process.WaitForExit(ProbeTime))
                return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // The program is not on this machine.
        }
    }
}
