namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>A metadata file that cannot be read as such.</summary>
internal sealed class MetadataFileException(string message, Exception? inner = null) : Exception(message, inner);
