using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "ContactSuggestions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "ContactSuggestions",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Fingerprint",
                table: "ContactSuggestions",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "ContactSuggestions",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.AddColumn<int>(
                name: "Times",
                table: "ContactSuggestions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "MergedIntoId",
                table: "Contacts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PersonUntil",
                table: "Contacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Contacts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Contacts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Contacts",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SeedKey",
                table: "Contacts",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "CanonicalAddress",
                table: "ContactChannel",
                type: "TEXT",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "StoppedAt",
                table: "ContactChannel",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VerifiedBy",
                table: "ContactChannel",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "VerifiedPage",
                table: "ContactChannel",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AddressChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContactId = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsSelfApproved = table.Column<bool>(type: "INTEGER", nullable: false)
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
