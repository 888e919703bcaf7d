using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LobbyKit.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class ImportActor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ActedFrom",
                table: "ContactImports",
                type: "nvarchar(45)",
                maxLength: 45,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ActedFrom",
                table: "ContactImports");
        }
    }
}
