namespace IpsJobs.Handlers.Ingest;

/// <summary>Makes addresses fit to be shown.</summary>
public static class WebText
{
    /// <summary>The text without what could be credentials: the part before the last <c>@</c>, and the query.</summary>
    public static string Redact(string text)
    {
        var bare = text.LastIndexOf('@') is var at and >= 0 ? "***" + text[at..] : text;
        return bare.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? bare[..query] : bare;
    }
}
