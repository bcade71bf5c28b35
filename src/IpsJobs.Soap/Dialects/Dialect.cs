using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Dialects;

/// <summary>What a version of the API does its own way, beyond the elements it has.</summary>
/// <remarks>Chosen once per request by the namespace of the body; nothing behind it asks which version it is.</remarks>
public sealed class Dialect
{
    private static readonly Dialect[] Known = [.. ContractVersion.All.Select(version => new Dialect(version))];

    private Dialect(ContractVersion version)
    {
        Version = version;
        Handles = version.Ordinal < ContractVersion.V20080115.Ordinal ? HandleForm.D0
            : version.Ordinal < ContractVersion.V20100131.Ordinal ? HandleForm.D1
            : HandleForm.D2;
        Folders = version.Ordinal < ContractVersion.V20090731.Ordinal ? HandleForm.D0 : HandleForm.D2;
        ListsWaitingJobs = version.Ordinal < ContractVersion.V20140403.Ordinal;
        RasterizedPdf = version.Ordinal <= ContractVersion.V20100131.Ordinal ? "render" : PdfProcesses.Rasterize;
        CountsUpdatesAsSuccesses = version.Ordinal == ContractVersion.Unversioned.Ordinal;
        PostScriptMeansPdfAndIllustrator = version.Ordinal == ContractVersion.Unversioned.Ordinal;
    }

    /// <summary>Namespace and elements of replies.</summary>
    public ContractVersion Version { get; }

    /// <summary>Form of handles in replies; requests may use any.</summary>
    public HandleForm Handles { get; }

    /// <summary>Form of folder handles in replies: the two versions of 2008 do not tag them yet.</summary>
    public HandleForm Folders { get; }

    /// <summary>True where requests cannot ask for waiting jobs and therefore always get them.</summary>
    public bool ListsWaitingJobs { get; }

    /// <summary>Word for PDF pages being rendered, in the echo of job blocks.</summary>
    public string RasterizedPdf { get; }

    /// <summary>True where the list of logs knows neither replaced nor duplicate files, nor the end of a job.</summary>
    public bool CountsUpdatesAsSuccesses { get; }

    /// <summary>True where the options for PostScript files are meant for PDF and Illustrator files as well.</summary>
    public bool PostScriptMeansPdfAndIllustrator { get; }

    public static Dialect For(ContractVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var known = Known[version.Ordinal];
        return known.Version == version ? known : new Dialect(version);
    }
}
