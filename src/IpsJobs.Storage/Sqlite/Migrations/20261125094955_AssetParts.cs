using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AssetParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Details",
                table: "Assets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MaskPath",
                table: "Assets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Metadata",
                table: "Assets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MetadataUtc",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SubType",
                table: "Assets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "TrashedUtc",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssetContextMarks",
                columns: table => new
                {
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ContextId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMarked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetContextMarks", x => new { x.AssetId, x.ContextId });
                    table.ForeignKey(
                        name: "FK_AssetContextMarks_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "AssetId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AssetWords",
                columns: table => new
                {
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetWords", x => x.AssetId);
                    table.ForeignKey(
                        name: "FK_AssetWords_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "AssetId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Exports",
                columns: table => new
                {
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exports", x => x.Token);
                });

            migrationBuilder.CreateTable(
                name: "Generations",
                columns: table => new
                {
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    OriginatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Attributes = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Generations", x => x.AssetId);
                    table.ForeignKey(
                        name: "FK_Generations_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "AssetId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Projects",
                columns: table => new
                {
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projects", x => x.ProjectId);
                });

            migrationBuilder.CreateTable(
                name: "PropertySets",
                columns: table => new
                {
                    PropertySetId = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    TypeName = table.Column<string>(type: "TEXT", nullable: false),
                    Properties = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PropertySets", x => x.PropertySetId);
                });

            migrationBuilder.CreateTable(
                name: "SetMembers",
                columns: table => new
                {
                    SetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    PageReset = table.Column<bool>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: true),
                    Column = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetMembers", x => new { x.SetId, x.Position });
                    table.ForeignKey(
                        name: "FK_SetMembers_Assets_SetId",
                        column: x => x.SetId,
                        principalTable: "Assets",
                        principalColumn: "AssetId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UploadLedger",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    ModifiedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadLedger", x => new { x.CompanyId, x.Path });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CompanyId_MaskPath",
                table: "Assets",
                columns: new[] { "CompanyId", "MaskPath" },
                filter: "\"MaskPath\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Exports_ExpiresUtc",
                table: "Exports",
                column: "ExpiresUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Exports_InstanceId",
                table: "Exports",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Generations_OriginatorId_Engine_Key",
                table: "Generations",
                columns: new[] { "OriginatorId", "Engine", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_CompanyId_Name",
                table: "Projects",
                columns: new[] { "CompanyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PropertySets_CompanyId_TypeName",
                table: "PropertySets",
                columns: new[] { "CompanyId", "TypeName" });

            migrationBuilder.CreateIndex(
                name: "IX_SetMembers_AssetId",
                table: "SetMembers",
                column: "AssetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetContextMarks");

            migrationBuilder.DropTable(
                name: "AssetWords");

            migrationBuilder.DropTable(
                name: "Exports");

            migrationBuilder.DropTable(
                name: "Generations");

            migrationBuilder.DropTable(
                name: "Projects");

            migrationBuilder.DropTable(
                name: "PropertySets");

            migrationBuilder.DropTable(
                name: "SetMembers");

            migrationBuilder.DropTable(
                name: "UploadLedger");

            migrationBuilder.DropIndex(
                name: "IX_Assets_CompanyId_MaskPath",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Details",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "MaskPath",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Metadata",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "MetadataUtc",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "SubType",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "TrashedUtc",
                table: "Assets");
        }
    }
}
