using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;

namespace IpsJobs.Storage.Writing;

/// <summary>Writes what some items bring along: ledger entries of directory uploads and archives of exports.</summary>
internal static class ArchiveWrites
{
    private const string UpsertLedger =
        """
        INSERT INTO "UploadLedger" ("CompanyId", "Path", "Size", "ModifiedUtc", "Sha256") VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT ("CompanyId", "Path") DO UPDATE SET "Size" = excluded."Size", "ModifiedUtc" = excluded."ModifiedUtc",
        "Sha256" = excluded."Sha256"
        """;

    private const string InsertExport =
        """
        INSERT INTO "Exports" ("Token", "CompanyId", "InstanceId", "Path", "FileName", "Size", "ExpiresUtc")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    public static void Add(WriteSession session, LedgerEntry entry) =>
        session.Execute(UpsertLedger, entry.CompanyId, entry.Path, entry.Size, entry.ModifiedUtc, entry.Sha256);

    public static void Add(WriteSession session, ExportArchive archive) => session.Execute(
        InsertExport, archive.Token, archive.CompanyId, archive.InstanceId, archive.Path, archive.FileName, archive.Size, archive.ExpiresUtc);
}
