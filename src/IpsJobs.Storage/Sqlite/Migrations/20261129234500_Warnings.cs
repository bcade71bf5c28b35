using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <summary>Mails to the administrators of a company, which no instance has caused, and how far they have been warned.</summary>
    /// <remarks>The outbox is made again by hand: the steps that EF takes for it are not one transaction, and a process killed between
    /// them would leave a table behind that stops every later start. No table refers to the outbox, so it can be dropped.</remarks>
    public partial class Warnings : Migration
    {
        private const string Columns =
            """
            "OutboxId", "Kind", "InstanceId", "Identity", "Target", "EmailSetting", "Locale", "Attempts", "CreatedUtc", "NextUtc", "SentUtc",
            "LastError"
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            RebuildOutbox(migrationBuilder, """ "InstanceId" INTEGER NULL """, """ , "Notice" TEXT NULL """);
            migrationBuilder.Sql(
                """
                CREATE TABLE "Warnings" ("CompanyId" INTEGER NOT NULL, "Kind" INTEGER NOT NULL, "ReachUtc" INTEGER NOT NULL,
                CONSTRAINT "PK_Warnings" PRIMARY KEY ("CompanyId", "Kind"));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "Warnings";""");
            migrationBuilder.Sql("""DELETE FROM "Outbox" WHERE "InstanceId" IS NULL;""");
            RebuildOutbox(migrationBuilder, """ "InstanceId" INTEGER NOT NULL """, "");
        }

        private static void RebuildOutbox(MigrationBuilder migrationBuilder, string instance, string notice) => migrationBuilder.Sql(
            $"""
            CREATE TABLE "NewOutbox" (
            "OutboxId" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT, "Kind" INTEGER NOT NULL, {instance},
            "Identity" TEXT NOT NULL, "Target" TEXT NOT NULL, "EmailSetting" TEXT NOT NULL, "Locale" TEXT NULL, "Attempts" INTEGER NOT NULL,
            "CreatedUtc" INTEGER NOT NULL, "NextUtc" INTEGER NULL, "SentUtc" INTEGER NULL, "LastError" TEXT NULL{notice},
            CONSTRAINT "FK_Outbox_Instances_InstanceId" FOREIGN KEY ("InstanceId") REFERENCES "Instances" ("InstanceId") ON DELETE CASCADE);
            INSERT INTO "NewOutbox" ({Columns}) SELECT {Columns} FROM "Outbox";
            DROP TABLE "Outbox";
            ALTER TABLE "NewOutbox" RENAME TO "Outbox";
            CREATE INDEX "IX_Outbox_InstanceId" ON "Outbox" ("InstanceId");
            CREATE INDEX "IX_Outbox_Kind_NextUtc" ON "Outbox" ("Kind", "NextUtc") WHERE "NextUtc" IS NOT NULL;
            """);
    }
}
