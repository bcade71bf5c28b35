using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UploadSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Instances_CompanyId_InstanceName",
                table: "Instances");

            migrationBuilder.AddColumn<int>(
                name: "NameNumber",
                table: "Instances",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "UploadSessions",
                columns: table => new
                {
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClientAddress = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    LastRequestUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadSessions", x => x.InstanceId);
                    table.ForeignKey(
                        name: "FK_UploadSessions_Instances_InstanceId",
                        column: x => x.InstanceId,
                        principalTable: "Instances",
                        principalColumn: "InstanceId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StagedUploads",
                columns: table => new
                {
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StagedPath = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedUploads", x => new { x.InstanceId, x.Number });
                    table.ForeignKey(
                        name: "FK_StagedUploads_UploadSessions_InstanceId",
                        column: x => x.InstanceId,
                        principalTable: "UploadSessions",
                        principalColumn: "InstanceId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Instances_CompanyId_InstanceName_NameNumber",
                table: "Instances",
                columns: new[] { "CompanyId", "InstanceName", "NameNumber" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StagedUploads");

            migrationBuilder.DropTable(
                name: "UploadSessions");

            migrationBuilder.DropIndex(
                name: "IX_Instances_CompanyId_InstanceName_NameNumber",
                table: "Instances");

            migrationBuilder.DropColumn(
                name: "NameNumber",
                table: "Instances");

            migrationBuilder.CreateIndex(
                name: "IX_Instances_CompanyId_InstanceName",
                table: "Instances",
                columns: new[] { "CompanyId", "InstanceName" },
                unique: true);
        }
    }
}
