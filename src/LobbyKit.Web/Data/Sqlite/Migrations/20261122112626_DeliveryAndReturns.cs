using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryAndReturns : Migration
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
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EndedBy",
                table: "Outbox",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ToldUndeliveredAt",
                table: "Letters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ActedFrom",
                table: "ContactImports",
                type: "TEXT",
                maxLength: 45,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AddressFailures",
                columns: table => new
                {
                    LetterId = table.Column<long>(type: "INTEGER", nullable: false),
                    ContactId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HasStoppedAddress = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressFailures", x => x.LetterId);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryLanes",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    FailingBecause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ProbeAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Probes = table.Column<int>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryLanes", x => new { x.Kind, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "DeliveryPauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Which = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryPauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReturnCounts",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Messages = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnCounts", x => new { x.Day, x.Outcome });
                });

            migrationBuilder.CreateTable(
                name: "ReturnedMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutboxMailId = table.Column<long>(type: "INTEGER", nullable: false),
                    LetterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsForwarded = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedMails", x => x.Id);
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
                name: "IX_AddressFailures_ContactId_At",
                table: "AddressFailures",
                columns: new[] { "ContactId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressFailures_HasStoppedAddress",
                table: "AddressFailures",
                column: "HasStoppedAddress",
                filter: "[HasStoppedAddress] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryPauses_Kind_Which",
                table: "DeliveryPauses",
                columns: new[] { "Kind", "Which" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedMails_At",
                table: "ReturnedMails",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedMails_Fingerprint",
                table: "ReturnedMails",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedMails_LetterId_At",
                table: "ReturnedMails",
                columns: new[] { "LetterId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AddressFailures");

            migrationBuilder.DropTable(
                name: "DeliveryLanes");

            migrationBuilder.DropTable(
                name: "DeliveryPauses");

            migrationBuilder.DropTable(
                name: "ReturnCounts");

            migrationBuilder.DropTable(
                name: "ReturnedMails");

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

            migrationBuilder.DropColumn(
                name: "ToldUndeliveredAt",
                table: "Letters");

            migrationBuilder.DropColumn(
                name: "ActedFrom",
                table: "ContactImports");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_Kind_DueAt",
                table: "Outbox",
                columns: new[] { "State", "Kind", "DueAt" });
        }
    }
}
