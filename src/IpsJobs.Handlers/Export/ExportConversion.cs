using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Export;

/// <summary>The conversion that a job asks for.</summary>
/// <param name="converter">Carries the commands out.</param>
/// <param name="assets">Finds profiles.</param>
/// <param name="files">Finds their files.</param>
/// <param name="modifier">Commands of the job; null or empty for none.</param>
/// <param name="preset">Commands of the image preset, applied last; null for none.</param>
internal sealed class ExportConversion(IImageConverter converter, IAssetStore assets, StoreFiles files, string? modifier, string? preset)
{
    /// <summary>Converts one picture.</summary>
    /// <returns>Extension of the result.</returns>
    /// <exception cref="ExportRefusedException">A command cannot be carried out, or not on this picture.</exception>
    public async Task<string> ConvertAsync(ExportItem item, string targetPath, CancellationToken cancellationToken)
    {
        try
        {
            var commands = ImageCommandReader.Read(item.Modifier ?? "", modifier ?? "", preset ?? "");
            var profile = await FindProfileAsync(item.Asset.CompanyId, commands, cancellationToken);
            await converter.ConvertAsync(item.Source, targetPath, commands, profile, cancellationToken);
            return commands.Format.Extension;
        }
        catch (CommandRefusedException refused)
        {
            throw new ExportRefusedException(new LocalizedMessage("Log.Export.UnknownCommand", item.Asset.Name, refused.Command));
        }
        catch (ImageUnreadableException unreadable)
        {
            throw new ExportRefusedException(unreadable.Reason);
        }
    }

    private async Task<string?> FindProfileAsync(int companyId, ImageCommands commands, CancellationToken cancellationToken)
    {
        if (commands.IccProfile.Length == 0)
            return null;
        var asset = await assets.FindByNameAsync(companyId, NameSpace.Static, commands.IccProfile, cancellationToken);
        return asset is { Content.Type: AssetTypes.IccProfile, TrashState: TrashStates.NotInTrash } && files.OriginalOf(asset) is { } path && File.Exists(path)
            ? path
            : throw new CommandRefusedException("icc=" + commands.IccProfile);
    }
}
