using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Contacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_ContactId",
                table: "Letters");

            migrationBuilder.AddColumn<int>(
                name: "ContactId",
                table: "ContactSuggestions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "ContactSuggestions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "ContactSuggestions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Fingerprint",
                table: "ContactSuggestions",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "ContactSuggestions",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.AddColumn<int>(
                name: "Times",
                table: "ContactSuggestions",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Contacts",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PersonUntil",
                table: "Contacts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Contacts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Contacts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Contacts",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SeedKey",
                table: "Contacts",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CanonicalAddress",
                table: "ContactChannel",
                type: "nvarchar(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "StoppedAt",
                table: "ContactChannel",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VerifiedBy",
                table: "ContactChannel",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "VerifiedPage",
                table: "ContactChannel",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AddressChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ContactId = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    After = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProposedById = table.Column<int>(type: "int", nullable: true),
                    ProposedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedById = table.Column<int>(type: "int", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsSelfApproved = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AddressChanges_Contacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "Contacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ContactId_CreatedOn_State",
                table: "Letters",
                columns: new[] { "ContactId", "CreatedOn", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactSuggestions_ContactId",
                table: "ContactSuggestions",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactSuggestions_Fingerprint",
                table: "ContactSuggestions",
                column: "Fingerprint");

            migrationBuilder.CreateIndex(
                name: "IX_ContactSuggestions_State_CreatedAt",
                table: "ContactSuggestions",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_MergedIntoId",
                table: "Contacts",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_RetiredAt_CountryName_Role_Position",
                table: "Contacts",
                columns: new[] { "RetiredAt", "CountryName", "Role", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactChannel_CanonicalAddress",
                table: "ContactChannel",
                column: "CanonicalAddress");

            migrationBuilder.CreateIndex(
                name: "IX_ContactChannel_ContactId_StoppedAt_VerifiedAt",
                table: "ContactChannel",
                columns: new[] { "ContactId", "StoppedAt", "VerifiedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressChanges_ContactId",
                table: "AddressChanges",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_AddressChanges_State_ProposedAt",
                table: "AddressChanges",
                columns: new[] { "State", "ProposedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Contacts_Contacts_MergedIntoId",
                table: "Contacts",
                column: "MergedIntoId",
                principalTable: "Contacts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ContactSuggestions_Contacts_ContactId",
                table: "ContactSuggestions",
                column: "ContactId",
                principalTable: "Contacts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Contacts_Contacts_MergedIntoId",
                table: "Contacts");

            migrationBuilder.DropForeignKey(
                name: "FK_ContactSuggestions_Contacts_ContactId",
                table: "ContactSuggestions");

            migrationBuilder.DropTable(
                name: "AddressChanges");

            migrationBuilder.DropIndex(
                name: "IX_Letters_ContactId_CreatedOn_State",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_ContactSuggestions_ContactId",
                table: "ContactSuggestions");

            migrationBuilder.DropIndex(
                name: "IX_ContactSuggestions_Fingerprint",
                table: "ContactSuggestions");

            migrationBuilder.DropIndex(
                name: "IX_ContactSuggestions_State_CreatedAt",
                table: "ContactSuggestions");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_MergedIntoId",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_Contacts_RetiredAt_CountryName_Role_Position",
                table: "Contacts");

            migrationBuilder.DropIndex(
                name: "IX_ContactChannel_CanonicalAddress",
                table: "ContactChannel");

            migrationBuilder.DropIndex(
                name: "IX_ContactChannel_ContactId_StoppedAt_VerifiedAt",
                table: "ContactChannel");

            migrationBuilder.DropColumn(
                name: "ContactId",
                table: "ContactSuggestions");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "ContactSuggestions");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "ContactSuggestions");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "ContactSuggestions");

            migrationBuilder.DropColumn(
                name: "State",
                table: "ContactSuggestions");

            migrationBuilder.DropColumn(
                name: "Times",
                table: "ContactSuggestions");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "PersonUntil",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "SeedKey",
                table: "Contacts");

            migrationBuilder.DropColumn(
                name: "CanonicalAddress",
                table: "ContactChannel");

            migrationBuilder.DropColumn(
                name: "StoppedAt",
                table: "ContactChannel");

            migrationBuilder.DropColumn(
                name: "VerifiedBy",
                table: "ContactChannel");

            migrationBuilder.DropColumn(
                name: "VerifiedPage",
                table: "ContactChannel");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_ContactId",
                table: "Letters",
                column: "ContactId");
        }
    }
}
