using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_State_Kind_DueAt",
                table: "Outbox");

            migrationBuilder.AddColumn<string>(
                name: "EndedBecause",
                table: "Outbox",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EndedBy",
                table: "Outbox",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "DeliveryLanes",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    NextAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    FailingBecause = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ProbeAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Probes = table.Column<int>(type: "int", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryLanes", x => new { x.Kind, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "DeliveryPauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Which = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryPauses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ClaimId",
                table: "Outbox",
                column: "ClaimId",
                filter: "[ClaimId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Kind_ContactId_CampaignId_DueAt",
                table: "Outbox",
                columns: new[] { "Kind", "ContactId", "CampaignId", "DueAt" },
                filter: "[State] = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Kind_DueAt",
                table: "Outbox",
                columns: new[] { "Kind", "DueAt" },
                filter: "[State] = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_DueAt",
                table: "Outbox",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryPauses_Kind_Which",
                table: "DeliveryPauses",
                columns: new[] { "Kind", "Which" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveryLanes");

            migrationBuilder.DropTable(
                name: "DeliveryPauses");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ClaimId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Kind_ContactId_CampaignId_DueAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Kind_DueAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_State_DueAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "EndedBecause",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "EndedBy",
                table: "Outbox");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_Kind_DueAt",
                table: "Outbox",
                columns: new[] { "State", "Kind", "DueAt" });
        }
    }
}
