namespace IpsJobs.Soap.Operations;

/// <summary>Clients send empty elements where they mean none.</summary>
internal static class Blank
{
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
