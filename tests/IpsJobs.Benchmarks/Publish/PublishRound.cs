using System.Globalization;
using IpsJobs.Benchmarks.Ingest;

namespace IpsJobs.Benchmarks.Publish;

/// <summary>Seconds of one round.</summary>
/// <param name="FirstSync">First run of rsync.</param>
/// <param name="AgainSync">Further runs of rsync.</param>
/// <param name="First">First full publish.</param>
/// <param name="Again">Incremental publishes with nothing changed.</param>
/// <param name="AgainFull">Full publish with nothing changed: every file is looked at and has its row.</param>
internal sealed record PublishRound(double FirstSync, IReadOnlyList<double> AgainSync, double First, IReadOnlyList<double> Again, double AgainFull)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"rsync {FirstSync,6:0.00} s, again {Measure.Median(AgainSync):0.000} s   publish {First,6:0.00} s, again {Measure.Median(Again):0.000} s, full again {AgainFull:0.00} s   memory {Environment.WorkingSet / 1e6:0} MB");
}
