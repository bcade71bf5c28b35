namespace IpsJobs.Core.Assets;

/// <summary>Where an asset name must be unique; a PDF and the eCatalog made from it share their name.</summary>
/// <remarks>The numbers are stored.</remarks>
public enum NameSpace
{
    /// <summary>What the image and render servers find by name.</summary>
    Catalog = 0,

    /// <summary>What is served as the file that it is.</summary>
    Static = 1,
}
