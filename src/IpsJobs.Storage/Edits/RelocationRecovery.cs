using IpsJobs.Core.Assets;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Storage.Edits;

/// <summary>Ends the relocations that a killed process had begun: the row of each asset tells which of the two names counts.</summary>
internal sealed class RelocationRecovery(
    RelocationJournal journal, RelocatedFiles files, ReadSessions reads, ILogger<RelocationRecovery> logger)
{
    private const string HolderOfPlace =
        """
        SELECT 1 FROM "Assets" WHERE "CompanyId" = ?1 AND "NameSpace" IN (0, 1) AND "Name" = ?2
        AND "Folder" = ?3 AND "FileName" = ?4 AND "AssetId" <> ?5
        """;

    /// <summary>Doing it again does no harm.</summary>
    /// <exception cref="IOException">A file could not be taken away.</exception>
    public void Apply()
    {
        foreach (var page in journal.List())
        {
            var begun = RelocationJournal.Read(page);
            foreach (var relocation in begun)
                Settle(relocation);
            RelocationJournal.Remove(page);
            logger.LogInformation("{Count} originals that were being renamed or moved are in their places", begun.Count);
        }
    }

    private void Settle(FileRelocation relocation)
    {
        var place = reads.Read(s => AssetMoves.FindPlace(s, relocation.AssetId));
        if (place == relocation.To && !IsHeldByAnother(relocation, relocation.From))
            files.Settle(relocation, isDone: true);
        else if (place == relocation.From && !IsHeldByAnother(relocation, relocation.To))
            files.Settle(relocation, isDone: false);
    }

    private bool IsHeldByAnother(FileRelocation relocation, AssetPlace place) => reads.Read(s => s.Exists(
        HolderOfPlace, relocation.CompanyId, place.Name, place.Folder, place.FileName, relocation.AssetId));
}
