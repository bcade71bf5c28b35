namespace IpsJobs.Benchmarks;

/// <summary>What the benchmarks make of their rounds.</summary>
internal static class Measure
{
    /// <summary>The upper one of the two in the middle when there is an even number of values; there must be one.</summary>
    public static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
