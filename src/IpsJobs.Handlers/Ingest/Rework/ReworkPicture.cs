namespace IpsJobs.Handlers.Ingest;

/// <summary>Removes what was prepared and not committed.</summary>
internal sealed class ReworkPicture(PreparedPicture picture) : IDisposable
{
    public PreparedPicture Picture => picture;

    public void Dispose() => picture.Discard();
}
