using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A layer of a template: an image asset, or text.</summary>
/// <param name="Layer">The layer it was made from.</param>
/// <param name="Label">Its name in the template.</param>
/// <param name="ImageName">Name of the asset; null for text.</param>
/// <param name="Place">Where it lies: an image on the canvas as cut, a text on the whole one.</param>
/// <param name="Text">The text; null for images.</param>
internal sealed record TemplateLayer(ImageLayer Layer, string Label, string? ImageName, LayerPlace Place, LayerText? Text);
