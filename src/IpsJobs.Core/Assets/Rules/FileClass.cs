namespace IpsJobs.Core.Assets;

/// <summary>What the name of an uploaded file says about it; one of the nested records and nothing else.</summary>
public abstract record FileClass
{
    private FileClass()
    {
    }

    /// <summary>An asset can be made of it.</summary>
    /// <param name="AssetType">One of the asset types.</param>
    /// <param name="LogFileType">One of the log file types, which are another list.</param>
    /// <param name="NameSpace">Where its name must be free.</param>
    public sealed record Known(string AssetType, string LogFileType, NameSpace NameSpace) : FileClass;

    /// <summary>Files that operating systems leave behind: skipped with a warning.</summary>
    public sealed record Hidden : FileClass;

    /// <summary>An extension that stands for no asset type: skipped with a warning.</summary>
    public sealed record Unknown(string Extension) : FileClass;

    /// <summary>A type that the company does not allow: an error.</summary>
    public sealed record Refused(string Extension) : FileClass;
}
