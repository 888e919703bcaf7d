using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.SqlServer.Migrations
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AddressFailures",
                columns: table => new
                {
                    LetterId = table.Column<long>(type: "bigint", nullable: false),
                    ContactId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HasStoppedAddress = table.Column<bool>(type: "bit", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressFailures", x => x.LetterId);
                });

            migrationBuilder.CreateTable(
                name: "ReturnCounts",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Messages = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnCounts", x => new { x.Day, x.Outcome });
                });

            migrationBuilder.CreateTable(
                name: "ReturnedMails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OutboxMailId = table.Column<long>(type: "bigint", nullable: false),
                    LetterId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Fingerprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IsForwarded = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
