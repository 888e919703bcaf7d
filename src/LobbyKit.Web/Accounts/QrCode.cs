using System.Globalization;
using System.Text;
using QRCoder;

namespace LobbyKit.Web.Accounts;

/// <summary>A text as a QR code to look at, drawn as one path: the page's content policy allows neither styles nor images in the text.</summary>
public static class QrCode
{
    /// <returns>An svg element; what it is of never stands in it as text.</returns>
    public static string Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return $"""<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges"><path fill="#000" d="{path}"/></svg>""";
    }
}
