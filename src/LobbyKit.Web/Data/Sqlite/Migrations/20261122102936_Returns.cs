using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldUndeliveredAt",
                table: "Letters",
                type: "TEXT",
                nullable: true);

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
                name: "IX_AddressFailures_ContactId_At",
                table: "AddressFailures",
                columns: new[] { "ContactId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressFailures_HasStoppedAddress",
                table: "AddressFailures",
                column: "HasStoppedAddress",
                filter: "[HasStoppedAddress] = 1");

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
                name: "ReturnCounts");

            migrationBuilder.DropTable(
                name: "ReturnedMails");

            migrationBuilder.DropColumn(
                name: "ToldUndeliveredAt",
                table: "Letters");
        }
    }
}
