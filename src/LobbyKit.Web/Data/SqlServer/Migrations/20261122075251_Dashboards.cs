using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Dashboards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Letters_CampaignId_CreatedOn",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_StateAt",
                table: "Letters");

            migrationBuilder.CreateTable(
                name: "AnswerCounts",
                columns: table => new
                {
                    CampaignId = table.Column<int>(type: "int", nullable: false),
                    ContactId = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Answers = table.Column<int>(type: "int", nullable: false),
                    LastAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerCounts", x => new { x.CampaignId, x.ContactId, x.Outcome, x.Reason, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "CountingMarks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountingMarks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "JourneyCounts",
                columns: table => new
                {
                    CampaignId = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    CountryCode = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Step = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Visits = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JourneyCounts", x => new { x.CampaignId, x.CountryCode, x.Step, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "LetterSums",
                columns: table => new
                {
                    CampaignId = table.Column<int>(type: "int", nullable: false),
                    Dimension = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    Route = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Letters = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterSums", x => new { x.CampaignId, x.Dimension, x.Key, x.Route, x.State });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CampaignId_CreatedOn_CountryCode_Language_Route_State",
                table: "Letters",
                columns: new[] { "CampaignId", "CreatedOn", "CountryCode", "Language", "Route", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters",
                columns: new[] { "State", "StateAt" },
                filter: "[SealedContent] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_StateAt_CampaignId_CreatedOn",
                table: "Letters",
                columns: new[] { "StateAt", "CampaignId", "CreatedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryAttempts_FinishedAt",
                table: "DeliveryAttempts",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerCounts_Day",
                table: "AnswerCounts",
                column: "Day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerCounts");

            migrationBuilder.DropTable(
                name: "CountingMarks");

            migrationBuilder.DropTable(
                name: "JourneyCounts");

            migrationBuilder.DropTable(
                name: "LetterSums");

            migrationBuilder.DropIndex(
                name: "IX_Letters_CampaignId_CreatedOn_CountryCode_Language_Route_State",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_Letters_StateAt_CampaignId_CreatedOn",
                table: "Letters");

            migrationBuilder.DropIndex(
                name: "IX_DeliveryAttempts_FinishedAt",
                table: "DeliveryAttempts");

            migrationBuilder.CreateIndex(
                name: "IX_Letters_CampaignId_CreatedOn",
                table: "Letters",
                columns: new[] { "CampaignId", "CreatedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_State_StateAt",
                table: "Letters",
                columns: new[] { "State", "StateAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Letters_StateAt",
                table: "Letters",
                column: "StateAt");
        }
    }
}
