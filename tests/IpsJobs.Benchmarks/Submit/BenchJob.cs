namespace IpsJobs.Benchmarks.Submit;

/// <summary>A row about as wide as a stored job.</summary>
internal sealed class BenchJob
{
    public long Id { get; set; }

    public int CompanyId { get; set; } = 47;

    public string Name { get; set; } = "My Test Job";

    public string JobType { get; set; } = "ImageServingPublish";

    public string User { get; set; } = "bench@example.com";

    public byte[] Block { get; set; } = new byte[256];

    public long CreatedUtc { get; set; } = 1;
}
