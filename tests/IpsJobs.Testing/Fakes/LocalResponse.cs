namespace IpsJobs.Testing.Fakes;

/// <summary>An answer of <see cref="LocalWebServer"/>.</summary>
public sealed record LocalResponse(int Status)
{
    public byte[] Body { get; init; } = [];

    /// <summary>Content-Length to claim; null for the true one, negative for none.</summary>
    public long? DeclaredLength { get; init; }

    public string? Location { get; init; }

    public static LocalResponse Ok(byte[] body) => new(200) { Body = body };
}
