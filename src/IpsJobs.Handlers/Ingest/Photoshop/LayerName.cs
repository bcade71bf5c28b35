namespace IpsJobs.Handlers.Ingest;

/// <summary>How the asset of a layer is to be called.</summary>
/// <param name="Folder">With company root and trailing slash.</param>
/// <param name="Name">Asset name, unique within the file.</param>
/// <param name="Label">The layer's own name without forbidden characters, for the template.</param>
internal sealed record LayerName(string Folder, string Name, string Label);
