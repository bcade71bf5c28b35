using IpsJobs.Core.Exports;

namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>Notes what it is asked for, and writes what it read with the format in front.</summary>
public sealed class FakeImageConverter : IImageConverter
{
    public List<ImageCommands> Asked { get; } = [];

    public async Task ConvertAsync(
        string sourcePath, string targetPath, ImageCommands commands, string? profilePath, CancellationToken cancellationToken)
    {
        Asked.Add(commands);
        var source = await File.ReadAllTextAsync(sourcePath, cancellationToken);
        await File.WriteAllTextAsync(targetPath, $"{commands.Format.Name} of {source}", cancellationToken);
    }
}
