using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Files;

/// <summary>Where everything lies below the data folder. Every path is confined to the folder it is asked from.</summary>
public sealed class DataFolder(string root)
{
    // Asked for with every file that comes in.
    private readonly ConfinedRoot companies = new(Path.Combine(Path.GetFullPath(root), "companies"));

    /// <summary>Absolute path of the data folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The SQLite database file.</summary>
    public string Database => Path.Combine(Root, "ips.db");

    /// <summary>Mail written as files when no SMTP host is set.</summary>
    public string Mail => Path.Combine(Root, "mail");

    /// <summary>Log files of the service.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Root of all staged files; same file system as the stores, so that a rename is enough to publish a file.</summary>
    public string Staging => Path.Combine(Root, "staging");

    /// <summary>Files of one instance before they are committed.</summary>
    public string StagingOf(long instanceId) => Path.Combine(Staging, instanceId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Default directory of a publish context.</summary>
    public string PublishTarget(string contextName) => Confined("publish").Resolve(contextName);

    /// <summary>Original files of a company, by folder path without the company root.</summary>
    /// <param name="companyRoot">Root path of the company with its trailing slash, e.g. <c>SampleCompany/</c>.</param>
    public ConfinedRoot Originals(string companyRoot) => Company(companyRoot, "original");

    /// <summary>Absolute path of one original.</summary>
    /// <param name="companyRoot">Root path of the company with its trailing slash.</param>
    /// <param name="folder">Folder of the asset, with the company root and a trailing slash.</param>
    /// <param name="fileName">File name of the asset, with extension.</param>
    /// <exception cref="PathEscapeException">The names lead out of the store.</exception>
    public string Original(string companyRoot, string folder, string fileName)
    {
        ArgumentNullException.ThrowIfNull(companyRoot);
        ArgumentNullException.ThrowIfNull(folder);
        return Originals(companyRoot).Resolve(folder[companyRoot.Length..] + fileName);
    }

    /// <summary>Optimised files of a company: <c>&lt;first three hex digits&gt;/&lt;guid&gt;.tif</c>.</summary>
    /// <param name="companyRoot">Root path of the company with its trailing slash.</param>
    public ConfinedRoot Optimized(string companyRoot) => Company(companyRoot, "_optimized_");

    /// <summary>Masks of a company's images: <c>&lt;first three hex digits&gt;/&lt;guid&gt;.tif</c>.</summary>
    /// <param name="companyRoot">Root path of the company with its trailing slash.</param>
    public ConfinedRoot Masks(string companyRoot) => Company(companyRoot, "_masks_");

    /// <summary>Archives of export jobs, one directory per instance.</summary>
    public ConfinedRoot Exports => Confined("exports");

    /// <summary>Directory from which directory uploads of a company read.</summary>
    /// <param name="companyRoot">Root path of the company with its trailing slash.</param>
    public ConfinedRoot Incoming(string companyRoot) => Company(companyRoot, "incoming");

    private ConfinedRoot Company(string companyRoot, string part) =>
        new(Path.Combine(companies.Resolve(companyRoot.TrimEnd('/')), part));

    private ConfinedRoot Confined(string part) => new(Path.Combine(Root, part));
}
