using System.IO.Pipelines;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>Reads a body to its end without keeping it.</summary>
internal static class BodyDrain
{
    public static async Task ReadAsync(PipeReader reader)
    {
        while (true)
        {
            var part = await reader.ReadAsync();
            reader.AdvanceTo(part.Buffer.End);
            if (part.IsCompleted)
                return;
        }
    }
}
