namespace IpsJobs.Handlers.Ingest;

/// <summary>A file with everything decided about it.</summary>
internal sealed record PlacedFile(IngestItem Item, PlaceRequest Request, ClaimedPlace Place, PreparedPicture Picture);
