using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <summary>What searches among a million assets need: indexes in the orders of listings, keywords by asset, and counts.</summary>
    /// <remarks>
    /// The model cannot express indexes that ignore case, nor triggers. A later migration that lets the table of assets be
    /// rebuilt must make all of this again. Triggers keep the two tables, so that every way of changing an asset counts.
    /// </remarks>
    public partial class AssetSearch : Migration
    {
        private const string Indexes =
            """
            CREATE INDEX "IX_Assets_ByName" ON "Assets" ("CompanyId", "Name" COLLATE NOCASE, "AssetId") WHERE "TrashState" = 'NotInTrash';
            CREATE INDEX "IX_Assets_ByFolder" ON "Assets" ("CompanyId", "Folder", "Name" COLLATE NOCASE, "AssetId") WHERE "TrashState" = 'NotInTrash';
            CREATE INDEX "IX_Assets_ByType" ON "Assets" ("CompanyId", "Type", "Name" COLLATE NOCASE, "AssetId") WHERE "TrashState" = 'NotInTrash';
            CREATE INDEX "IX_Assets_ByCreated" ON "Assets" ("CompanyId", "CreatedUtc", "AssetId") WHERE "TrashState" = 'NotInTrash';
            CREATE INDEX "IX_Assets_ByModified" ON "Assets" ("CompanyId", "ModifiedUtc", "AssetId") WHERE "TrashState" = 'NotInTrash';
            """;

        private const string Tables =
            """
            CREATE TABLE "AssetKeywords" (
                "CompanyId" INTEGER NOT NULL, "Keyword" TEXT NOT NULL COLLATE NOCASE, "TrashState" TEXT NOT NULL,
                "CreatedUtc" INTEGER NOT NULL, "AssetId" INTEGER NOT NULL,
                PRIMARY KEY ("CompanyId", "Keyword", "TrashState", "CreatedUtc", "AssetId")) WITHOUT ROWID;
            CREATE TABLE "AssetCounts" (
                "CompanyId" INTEGER NOT NULL, "TrashState" TEXT NOT NULL, "Folder" TEXT NOT NULL, "Type" TEXT NOT NULL,
                "ReadyForPublish" INTEGER NOT NULL, "Assets" INTEGER NOT NULL,
                PRIMARY KEY ("CompanyId", "TrashState", "Folder", "Type", "ReadyForPublish")) WITHOUT ROWID;
            """;

        private const string Fill =
            """
            INSERT OR IGNORE INTO "AssetKeywords"
            SELECT a."CompanyId", j."value", a."TrashState", a."CreatedUtc", a."AssetId" FROM "Assets" a, json_each(a."Keywords") j;
            INSERT INTO "AssetCounts"
            SELECT "CompanyId", "TrashState", "Folder", "Type", "ReadyForPublish", count(*) FROM "Assets" GROUP BY 1, 2, 3, 4, 5;
            """;

        private const string AddKeywords =
            """
            INSERT OR IGNORE INTO "AssetKeywords"
            SELECT NEW."CompanyId", j."value", NEW."TrashState", NEW."CreatedUtc", NEW."AssetId" FROM json_each(NEW."Keywords") j;
            """;

        private const string RemoveKeywords =
            """
            DELETE FROM "AssetKeywords" WHERE "CompanyId" = OLD."CompanyId"
            AND "Keyword" IN (SELECT j."value" FROM json_each(OLD."Keywords") j)
            AND "TrashState" = OLD."TrashState" AND "CreatedUtc" = OLD."CreatedUtc" AND "AssetId" = OLD."AssetId";
            """;

        private const string Count =
            """
            INSERT INTO "AssetCounts" VALUES (NEW."CompanyId", NEW."TrashState", NEW."Folder", NEW."Type", NEW."ReadyForPublish", 1)
            ON CONFLICT ("CompanyId", "TrashState", "Folder", "Type", "ReadyForPublish") DO UPDATE SET "Assets" = "Assets" + 1;
            """;

        private const string Uncount =
            """
            UPDATE "AssetCounts" SET "Assets" = "Assets" - 1 WHERE "CompanyId" = OLD."CompanyId" AND "TrashState" = OLD."TrashState"
            AND "Folder" = OLD."Folder" AND "Type" = OLD."Type" AND "ReadyForPublish" = OLD."ReadyForPublish";
            DELETE FROM "AssetCounts" WHERE "CompanyId" = OLD."CompanyId" AND "TrashState" = OLD."TrashState"
            AND "Folder" = OLD."Folder" AND "Type" = OLD."Type" AND "ReadyForPublish" = OLD."ReadyForPublish" AND "Assets" <= 0;
            """;

        private const string OtherKeywords =
            """
            WHEN OLD."Keywords" <> NEW."Keywords" OR OLD."TrashState" <> NEW."TrashState" OR OLD."CreatedUtc" <> NEW."CreatedUtc"
            """;

        private const string OtherCount =
            """
            WHEN OLD."TrashState" <> NEW."TrashState" OR OLD."Folder" <> NEW."Folder" OR OLD."Type" <> NEW."Type"
            OR OLD."ReadyForPublish" <> NEW."ReadyForPublish"
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Indexes);
            migrationBuilder.Sql(Tables);
            migrationBuilder.Sql(Fill);
            migrationBuilder.Sql($"""CREATE TRIGGER "Assets_Added" AFTER INSERT ON "Assets" BEGIN {AddKeywords} {Count} END;""");
            migrationBuilder.Sql($"""CREATE TRIGGER "Assets_Removed" AFTER DELETE ON "Assets" BEGIN {RemoveKeywords} {Uncount} END;""");
            migrationBuilder.Sql(
                $"""CREATE TRIGGER "Assets_Rekeyed" AFTER UPDATE ON "Assets" {OtherKeywords} BEGIN {RemoveKeywords} {AddKeywords} END;""");
            migrationBuilder.Sql($"""CREATE TRIGGER "Assets_Recounted" AFTER UPDATE ON "Assets" {OtherCount} BEGIN {Uncount} {Count} END;""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var trigger in (string[])["Assets_Added", "Assets_Removed", "Assets_Rekeyed", "Assets_Recounted"])
                migrationBuilder.Sql($"""DROP TRIGGER "{trigger}";""");
            foreach (var index in (string[])["ByName", "ByFolder", "ByType", "ByCreated", "ByModified"])
                migrationBuilder.Sql($"""DROP INDEX "IX_Assets_{index}";""");
            migrationBuilder.Sql("""DROP TABLE "AssetKeywords"; DROP TABLE "AssetCounts";""");
        }
    }
}
