using System.Globalization;

namespace IpsJobs.Benchmarks.Publish;

/// <summary>Seconds of one round.</summary>
/// <param name="FirstSync">First run of rsync.</param>
/// <param name="AgainSync">Second run of rsync.</param>
/// <param name="First">First full publish.</param>
/// <param name="Again">Incremental publish with nothing changed.</param>
/// <param name="AgainFull">Full publish with nothing changed: every file is looked at and has its row.</param>
internal sealed record PublishRound(double FirstSync, double AgainSync, double First, double Again, double AgainFull)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"rsync {FirstSync,6:0.00} s, again {AgainSync:0.000} s   publish {First,6:0.00} s, again {Again:0.000} s, full again {AgainFull:0.00} s   memory {Environment.WorkingSet / 1e6:0} MB");
}
