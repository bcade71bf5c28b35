using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Tools;

/// <summary>Runs programs that read foreign files: no shell, no network, nothing of our environment, within limits, and gone with their children.</summary>
public sealed class ToolRunner(Confinement confinement, IOptions<ToolOptions> options, ServerClock clock)
{
    private const int BufferSize = 128 * 1024;
    private const int ErrorsKept = 4096;

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    public async Task<ToolResult> RunAsync(ToolRun run, CancellationToken cancellationToken)
    {
        var path = ToolPaths.Find(run.Program) ?? throw new ToolMissingException(run.Program);
        using var process = Start(confinement.Wrap(path, run, options.Value), run);
        using var deadline = new CancellationTokenSource(run.Timeout, clock.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await ReadAsync(process, run, both.Token);
        }
        catch (Exception cut) when (cut is OutputTooLargeException || (cut is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ToolResult(-1, [], "", TimedOut: true);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private Process Start(IReadOnlyList<string> command, ToolRun run)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = run.Scratch,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var search = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = search;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = run.Scratch;
        try
        {
            var process = Process.Start(start)!;
            if (!confinement.EndsWithInput)
                process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new ToolMissingException(run.Program);
        }
    }

    private async Task<ToolResult> ReadAsync(Process process, ToolRun run, CancellationToken cancellationToken)
    {
        var errors = ReadEndAsync(process.StandardError, cancellationToken);
        var output = await ReadAllAsync(process.StandardOutput.BaseStream, Math.Min(run.MaxStandardOutput, options.Value.MaxOutput), cancellationToken);
        var said = await errors;
        await process.WaitForExitAsync(cancellationToken);
        return new ToolResult(process.ExitCode, output, said, TimedOut: false);
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                if (all.Length + count > Math.Min(limit, Array.MaxLength))
                    throw new OutputTooLargeException();
                all.Write(buffer, 0, count);
            }
            return all.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // In blocks: a program that never ends its line must not fill the memory.
    private static async Task<string> ReadEndAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var kept = "";
        var block = new char[ErrorsKept];
        while (await reader.ReadAsync(block, cancellationToken) is var count and > 0)
        {
            kept += new string(block, 0, count);
            if (kept.Length > ErrorsKept)
                kept = kept[^ErrorsKept..];
        }
        return kept;
    }

    private async Task EndAsync(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        if (confinement.EndsWithInput)
            process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private sealed class OutputTooLargeException : Exception;
}
