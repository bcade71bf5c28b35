using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>How directories of the server are uploaded (section <c>DirectoryUpload</c>).</summary>
public sealed class DirectoryUploadOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "DirectoryUpload";

    /// <summary>Files of one job that are copied at the same time; those of pictures and large files also processed.</summary>
    public int Copiers { get; set; } = 4;

    /// <summary>Small files of one job that may wait for their common commit.</summary>
    public int Batch { get; set; } = 1024;

    /// <summary>A file changed less long ago is taken for one that is still being written.</summary>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Regular expressions of names of temporary files, one per line or separated by blanks; found anywhere in the name.</summary>
    public string TemporaryFiles { get; set; } = Core.Assets.TemporaryFiles.DefaultPattern;

    /// <summary>Age at which a temporary file is deleted; zero or less deletes none.</summary>
    public TimeSpan TemporaryFileAge { get; set; } = TimeSpan.FromSeconds(3600);

    /// <summary>What becomes of a file that was taken: <c>keep</c>, <c>delete</c> or <c>move:DIR</c>.</summary>
    public string SourceDisposition { get; set; } = Disposition.KeepText;
}
