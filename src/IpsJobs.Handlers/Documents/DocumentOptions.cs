namespace IpsJobs.Handlers.Documents;

/// <summary>Limits of documents (section <c>Documents</c>).</summary>
public sealed class DocumentOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Documents";

    /// <summary>A PDF with more pages is stored, but its pages are not extracted.</summary>
    public int MaxPages { get; set; } = 100;
}
