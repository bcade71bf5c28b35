namespace IpsJobs.Benchmarks.Ingest;

internal static class Measure
{
    public static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
