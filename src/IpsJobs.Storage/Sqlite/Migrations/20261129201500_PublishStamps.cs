using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <summary>A number for the assets of each company and for the records of each target, drawn anew with every change: a publish
    /// sees at once that there was none.</summary>
    /// <remarks>
    /// Drawn and not counted, so that a database put back from a backup never comes to a number again that meant something else.
    /// Triggers draw it, so that no way of changing an asset is forgotten. A later migration that lets one of their tables be rebuilt
    /// must make them again.
    /// </remarks>
    public partial class PublishStamps : Migration
    {
        private const string Table =
            """
            CREATE TABLE "PublishStamps" ("IsOfServer" INTEGER NOT NULL, "OwnerId" INTEGER NOT NULL, "Stamp" INTEGER NOT NULL,
            PRIMARY KEY ("IsOfServer", "OwnerId")) WITHOUT ROWID;
            """;

        private const string Fill =
            """
            INSERT INTO "PublishStamps" SELECT 0, "CompanyId", random() FROM "Companies";
            INSERT INTO "PublishStamps" SELECT 1, "ServerId", random() FROM "PublishServers";
            """;

        private static readonly string[] Events = ["INSERT", "UPDATE", "DELETE"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Table);
            migrationBuilder.Sql(Fill);
            foreach (var change in Events)
            {
                var row = change == "DELETE" ? "OLD" : "NEW";
                Add(migrationBuilder, "Assets", change, $"""SELECT 0, {row}."CompanyId", random() WHERE true""");
                Add(migrationBuilder, "AssetContextMarks", change, $"""SELECT 0, "CompanyId", random() FROM "Assets" WHERE "AssetId" = {row}."AssetId" """);
                Add(migrationBuilder, "PublishHistory", change, $"""SELECT 1, {row}."ServerId", random() WHERE true""");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var change in Events)
                foreach (var table in (string[])["Assets", "AssetContextMarks", "PublishHistory"])
                    migrationBuilder.Sql($"""DROP TRIGGER "{NameOf(table, change)}";""");
            migrationBuilder.Sql("""DROP TABLE "PublishStamps";""");
        }

        private static void Add(MigrationBuilder migrationBuilder, string table, string change, string stamp) => migrationBuilder.Sql(
            $"""
            CREATE TRIGGER "{NameOf(table, change)}" AFTER {change} ON "{table}" BEGIN
            INSERT INTO "PublishStamps" {stamp} ON CONFLICT ("IsOfServer", "OwnerId") DO UPDATE SET "Stamp" = excluded."Stamp"; END;
            """);

        private static string NameOf(string table, string change) => $"{table}_Stamp_{change}";
    }
}
