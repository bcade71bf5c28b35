using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpsJobs.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class InitialSchema : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Assets",
                columns: table => new
                {
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    NameSpace = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Folder = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    FileSize = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OptimizedPath = table.Column<string>(type: "TEXT", nullable: true),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Resolution = table.Column<double>(type: "REAL", nullable: true),
                    OptimizedSize = table.Column<long>(type: "INTEGER", nullable: false),
                    Keywords = table.Column<string>(type: "TEXT", nullable: false),
                    ReadyForPublish = table.Column<bool>(type: "INTEGER", nullable: false),
                    TrashState = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    ModifiedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    ModifiedBy = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assets", x => x.AssetId);
                });

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    RootPath = table.Column<string>(type: "TEXT", nullable: false),
                    RootKey = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    OverwriteMode = table.Column<string>(type: "TEXT", nullable: false),
                    RetainPublishState = table.Column<bool>(type: "INTEGER", nullable: false),
                    JavascriptUploadEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    InstantPublish = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublishNeedsAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    UploadLaneSize = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.CompanyId);
                });

            migrationBuilder.CreateTable(
                name: "Folders",
                columns: table => new
                {
                    FolderId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Folders", x => x.FolderId);
                });

            migrationBuilder.CreateTable(
                name: "Instances",
                columns: table => new
                {
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstanceName = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    TriggerTimeUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    StartUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    EndUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    TriggerId = table.Column<long>(type: "INTEGER", nullable: true),
                    InitiatingJobName = table.Column<string>(type: "TEXT", nullable: true),
                    ServerName = table.Column<string>(type: "TEXT", nullable: false),
                    Interruptions = table.Column<int>(type: "INTEGER", nullable: false),
                    StoppedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    LogType = table.Column<string>(type: "TEXT", nullable: false),
                    FileSuccess = table.Column<int>(type: "INTEGER", nullable: false),
                    FileError = table.Column<int>(type: "INTEGER", nullable: false),
                    FileWarning = table.Column<int>(type: "INTEGER", nullable: false),
                    FileDuplicate = table.Column<int>(type: "INTEGER", nullable: false),
                    FileUpdate = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalFile = table.Column<int>(type: "INTEGER", nullable: false),
                    TransferSuccess = table.Column<int>(type: "INTEGER", nullable: false),
                    TransferError = table.Column<int>(type: "INTEGER", nullable: false),
                    TransferWarning = table.Column<int>(type: "INTEGER", nullable: false),
                    FatalError = table.Column<bool>(type: "INTEGER", nullable: false),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    OriginalName = table.Column<string>(type: "TEXT", nullable: false),
                    JobType = table.Column<string>(type: "TEXT", nullable: false),
                    JobSubType = table.Column<string>(type: "TEXT", nullable: false),
                    BlockElement = table.Column<string>(type: "TEXT", nullable: false),
                    BlockId = table.Column<long>(type: "INTEGER", nullable: false),
                    LaneKey = table.Column<string>(type: "TEXT", nullable: false),
                    SubmitUserId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmitUserEmail = table.Column<string>(type: "TEXT", nullable: false),
                    CallerUserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    RequestLocale = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instances", x => x.InstanceId);
                });

            migrationBuilder.CreateTable(
                name: "JobBlocks",
                columns: table => new
                {
                    BlockId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Xml = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobBlocks", x => x.BlockId);
                });

            migrationBuilder.CreateTable(
                name: "PublishHistory",
                columns: table => new
                {
                    ServerId = table.Column<int>(type: "INTEGER", nullable: false),
                    ContextId = table.Column<int>(type: "INTEGER", nullable: false),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<string>(type: "TEXT", nullable: false),
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishHistory", x => new { x.ServerId, x.ContextId, x.AssetId });
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "TriggerHistory",
                columns: table => new
                {
                    HistoryId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TriggerId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromState = table.Column<int>(type: "INTEGER", nullable: true),
                    ToState = table.Column<int>(type: "INTEGER", nullable: false),
                    AtUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriggerHistory", x => x.HistoryId);
                });

            migrationBuilder.CreateTable(
                name: "Triggers",
                columns: table => new
                {
                    TriggerId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ExecSchedule = table.Column<string>(type: "TEXT", nullable: true),
                    NextFireUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    PendingFireUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    OriginalName = table.Column<string>(type: "TEXT", nullable: false),
                    JobType = table.Column<string>(type: "TEXT", nullable: false),
                    JobSubType = table.Column<string>(type: "TEXT", nullable: false),
                    BlockElement = table.Column<string>(type: "TEXT", nullable: false),
                    BlockId = table.Column<long>(type: "INTEGER", nullable: false),
                    LaneKey = table.Column<string>(type: "TEXT", nullable: false),
                    SubmitUserId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmitUserEmail = table.Column<string>(type: "TEXT", nullable: false),
                    CallerUserId = table.Column<int>(type: "INTEGER", nullable: false),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    RequestLocale = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Triggers", x => x.TriggerId);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Email = table.Column<string>(type: "TEXT", nullable: false),
                    EmailKey = table.Column<string>(type: "TEXT", nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", nullable: false),
                    LastName = table.Column<string>(type: "TEXT", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: false),
                    IsValid = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsIpsAdmin = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordExpiresUtc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "AssetProjects",
                columns: table => new
                {
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetProjects", x => new { x.AssetId, x.ProjectId });
                    table.ForeignKey(
                        name: "FK_AssetProjects_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "AssetId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PublishContexts",
                columns: table => new
                {
                    ContextId = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    PublishAll = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishContexts", x => x.ContextId);
                    table.ForeignKey(
                        name: "FK_PublishContexts_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "CompanyId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InstanceHistory",
                columns: table => new
                {
                    HistoryId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromState = table.Column<int>(type: "INTEGER", nullable: true),
                    ToState = table.Column<int>(type: "INTEGER", nullable: false),
                    AtUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstanceHistory", x => x.HistoryId);
                    table.ForeignKey(
                        name: "FK_InstanceHistory_Instances_InstanceId",
                        column: x => x.InstanceId,
                        principalTable: "Instances",
                        principalColumn: "InstanceId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LogRows",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    LogType = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageKey = table.Column<string>(type: "TEXT", nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", nullable: false),
                    ItemKey = table.Column<string>(type: "TEXT", nullable: true),
                    AssetName = table.Column<string>(type: "TEXT", nullable: true),
                    FileType = table.Column<string>(type: "TEXT", nullable: true),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Aux = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogRows", x => x.RowId);
                    table.ForeignKey(
                        name: "FK_LogRows_Instances_InstanceId",
                        column: x => x.InstanceId,
                        principalTable: "Instances",
                        principalColumn: "InstanceId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    OutboxId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    InstanceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Identity = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    EmailSetting = table.Column<string>(type: "TEXT", nullable: false),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: false),
                    NextUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    SentUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.OutboxId);
                    table.ForeignKey(
                        name: "FK_Outbox_Instances_InstanceId",
                        column: x => x.InstanceId,
                        principalTable: "Instances",
                        principalColumn: "InstanceId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    CompanyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => new { x.UserId, x.CompanyId });
                    table.ForeignKey(
                        name: "FK_Memberships_Companies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "Companies",
                        principalColumn: "CompanyId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "UserId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublishServers",
                columns: table => new
                {
                    ServerId = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContextId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Directory = table.Column<string>(type: "TEXT", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishServers", x => x.ServerId);
                    table.ForeignKey(
                        name: "FK_PublishServers_PublishContexts_ContextId",
                        column: x => x.ContextId,
                        principalTable: "PublishContexts",
                        principalColumn: "ContextId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Settings",
                columns: new[] { "Name", "Value" },
                values: new object[] { "AccountRevision", 1L });

            migrationBuilder.CreateIndex(
                name: "IX_AssetProjects_ProjectId",
                table: "AssetProjects",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CompanyId_NameSpace_Name",
                table: "Assets",
                columns: new[] { "CompanyId", "NameSpace", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CompanyId_OptimizedPath",
                table: "Assets",
                columns: new[] { "CompanyId", "OptimizedPath" },
                filter: "\"OptimizedPath\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Present",
                table: "Assets",
                columns: new[] { "CompanyId", "AssetId" },
                filter: "\"TrashState\" = 'NotInTrash'");

            migrationBuilder.CreateIndex(
                name: "IX_Companies_Name",
                table: "Companies",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Companies_RootKey",
                table: "Companies",
                column: "RootKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Folders_CompanyId_Path",
                table: "Folders",
                columns: new[] { "CompanyId", "Path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InstanceHistory_InstanceId",
                table: "InstanceHistory",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Instances_CompanyId_InstanceName",
                table: "Instances",
                columns: new[] { "CompanyId", "InstanceName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Instances_CompanyId_OriginalName",
                table: "Instances",
                columns: new[] { "CompanyId", "OriginalName" });

            migrationBuilder.CreateIndex(
                name: "IX_Instances_Lane",
                table: "Instances",
                column: "LaneKey",
                filter: "\"State\" < 6");

            migrationBuilder.CreateIndex(
                name: "IX_Instances_Live",
                table: "Instances",
                columns: new[] { "CompanyId", "StartUtc" },
                filter: "\"State\" < 6");

            migrationBuilder.CreateIndex(
                name: "IX_Instances_Started",
                table: "Instances",
                columns: new[] { "CompanyId", "StartUtc" },
                filter: "\"StartUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Instances_TriggerId_State",
                table: "Instances",
                columns: new[] { "TriggerId", "State" },
                filter: "\"TriggerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LogRows_AssetId",
                table: "LogRows",
                column: "AssetId",
                filter: "\"AssetId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LogRows_InstanceId_CreatedUtc",
                table: "LogRows",
                columns: new[] { "InstanceId", "CreatedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_LogRows_InstanceId_ItemKey",
                table: "LogRows",
                columns: new[] { "InstanceId", "ItemKey" },
                unique: true,
                filter: "\"ItemKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_CompanyId",
                table: "Memberships",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_InstanceId",
                table: "Outbox",
                column: "InstanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Kind_NextUtc",
                table: "Outbox",
                columns: new[] { "Kind", "NextUtc" },
                filter: "\"NextUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PublishContexts_CompanyId_Name_Type",
                table: "PublishContexts",
                columns: new[] { "CompanyId", "Name", "Type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishHistory_AssetId",
                table: "PublishHistory",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_PublishServers_ContextId",
                table: "PublishServers",
                column: "ContextId");

            migrationBuilder.CreateIndex(
                name: "IX_TriggerHistory_TriggerId",
                table: "TriggerHistory",
                column: "TriggerId");

            migrationBuilder.CreateIndex(
                name: "IX_Triggers_CompanyId_OriginalName",
                table: "Triggers",
                columns: new[] { "CompanyId", "OriginalName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_EmailKey",
                table: "Users",
                column: "EmailKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetProjects");

            migrationBuilder.DropTable(
                name: "Folders");

            migrationBuilder.DropTable(
                name: "InstanceHistory");

            migrationBuilder.DropTable(
                name: "JobBlocks");

            migrationBuilder.DropTable(
                name: "LogRows");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "PublishHistory");

            migrationBuilder.DropTable(
                name: "PublishServers");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "TriggerHistory");

            migrationBuilder.DropTable(
                name: "Triggers");

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Instances");

            migrationBuilder.DropTable(
                name: "PublishContexts");

            migrationBuilder.DropTable(
                name: "Companies");
        }
    }
}
