namespace IpsJobs.Server.Demo;

/// <summary>Data folder of a demo; a temporary one disappears with the demo.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly bool temporary;

    public DemoFolder(string? path)
    {
        temporary = path is null;
        Path = path ?? Directory.CreateTempSubdirectory("ipsjobs-demo-").FullName;
    }

    public string Path { get; }

    public void Dispose()
    {
        if (temporary && Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
