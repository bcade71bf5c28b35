using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <summary>When folders changed, and what lies in them. Of a folder that is there already only the latter is known.</summary>
    /// <remarks>Triggers keep the time of the content, so that no way of changing an asset is forgotten. A later migration that lets the
    /// table of assets be rebuilt must make them again.</remarks>
    public partial class FolderDates : Migration
    {
        private const string Fill =
            """
            UPDATE "Folders" SET "ContentUtc" = a."NewestUtc"
            FROM (SELECT "CompanyId", "Folder", max("ModifiedUtc") AS "NewestUtc" FROM "Assets" GROUP BY "CompanyId", "Folder") a
            WHERE "Folders"."CompanyId" = a."CompanyId" AND "Folders"."Path" = a."Folder";
            """;

        private const string Added =
            """
            CREATE TRIGGER "Assets_Folder_INSERT" AFTER INSERT ON "Assets" BEGIN
            UPDATE "Folders" SET "ContentUtc" = NEW."ModifiedUtc" WHERE "CompanyId" = NEW."CompanyId" AND "Path" = NEW."Folder"
            AND coalesce("ContentUtc", 0) < NEW."ModifiedUtc"; END;
            """;

        private const string Changed =
            """
            CREATE TRIGGER "Assets_Folder_UPDATE" AFTER UPDATE OF "ModifiedUtc" ON "Assets" BEGIN
            UPDATE "Folders" SET "ContentUtc" = NEW."ModifiedUtc" WHERE "CompanyId" = NEW."CompanyId" AND "Path" IN (OLD."Folder", NEW."Folder")
            AND coalesce("ContentUtc", 0) < NEW."ModifiedUtc"; END;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "ModifiedUtc", table: "Folders", type: "INTEGER", nullable: true);
            migrationBuilder.AddColumn<long>(name: "ContentUtc", table: "Folders", type: "INTEGER", nullable: true);
            migrationBuilder.Sql(Fill);
            migrationBuilder.Sql(Added);
            migrationBuilder.Sql(Changed);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TRIGGER "Assets_Folder_INSERT"; DROP TRIGGER "Assets_Folder_UPDATE";""");
            migrationBuilder.Sql("""ALTER TABLE "Folders" DROP COLUMN "ModifiedUtc"; ALTER TABLE "Folders" DROP COLUMN "ContentUtc";""");
        }
    }
}
