using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TextsApart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters");

            migrationBuilder.AddColumn<bool>(
                name: "HasText",
                table: "Letters",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "SealedLetters",
                columns: table => new
                {
                    LetterId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedLetters", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_SealedLetters_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SealedMails",
                columns: table => new
                {
                    OutboxMailId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedMails", x => x.OutboxMailId);
                    table.ForeignKey(
                        name: "FK_SealedMails_Outbox_OutboxMailId",
                        column: x => x.OutboxMailId,
                        principalTable: "Outbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("INSERT INTO SealedLetters (LetterId, Content) SELECT Id, SealedContent FROM Letters WHERE SealedContent IS NOT NULL;");
            migrationBuilder.Sql("UPDATE Letters SET HasText = 1 WHERE SealedContent IS NOT NULL;");
            migrationBuilder.Sql("INSERT INTO SealedMails (OutboxMailId, Content) SELECT Id, SealedMail FROM Outbox WHERE SealedMail IS NOT NULL;");

            // Entity Framework would make both tables anew, in several transactions: an update that is cut off must leave the database as it was.
            migrationBuilder.Sql("ALTER TABLE Outbox DROP COLUMN SealedMail;");
            migrationBuilder.Sql("ALTER TABLE Letters DROP COLUMN SealedContent;");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters",
                columns: new[] { "State", "StateAt" },
                filter: "[HasText] = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters");

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedMail",
                table: "Outbox",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedContent",
                table: "Letters",
                type: "BLOB",
                nullable: true);

            migrationBuilder.Sql("UPDATE Letters SET SealedContent = (SELECT Content FROM SealedLetters WHERE LetterId = Letters.Id);");
            migrationBuilder.Sql("UPDATE Outbox SET SealedMail = (SELECT Content FROM SealedMails WHERE OutboxMailId = Outbox.Id);");

            migrationBuilder.DropTable(
                name: "SealedLetters");

            migrationBuilder.DropTable(
                name: "SealedMails");

            migrationBuilder.Sql("ALTER TABLE Letters DROP COLUMN HasText;");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters",
                columns: new[] { "State", "StateAt" },
                filter: "[SealedContent] IS NOT NULL");
        }
    }
}
