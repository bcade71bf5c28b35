using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CompanySettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DefaultDisplayProfileId",
                table: "Companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DefaultSourceProfileId",
                table: "Companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DiskSpaceWarningMin",
                table: "Companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: 100000);

            migrationBuilder.AddColumn<bool>(
                name: "EmailTrashCleanupWarning",
                table: "Companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ImsOrgId",
                table: "Companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "IptcExifMappingXsltId",
                table: "Companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "XmpMappingXsltId",
                table: "Companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Companies_ImsOrgId",
                table: "Companies",
                column: "ImsOrgId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Companies_ImsOrgId",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "DefaultDisplayProfileId",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "DefaultSourceProfileId",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "DiskSpaceWarningMin",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "EmailTrashCleanupWarning",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "ImsOrgId",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "IptcExifMappingXsltId",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "XmpMappingXsltId",
                table: "Companies");
        }
    }
}
