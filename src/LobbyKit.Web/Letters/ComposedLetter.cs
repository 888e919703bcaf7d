using System.Security.Cryptography;
using System.Text;

namespace LobbyKit.Web.Letters;

/// <summary>A letter's text, as it is sent.</summary>
/// <param name="Language">BCP 47 tag of the text.</param>
/// <param name="TemplateVersionId">The version of the letter template that it was made from.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Lines end in LF.</param>
public sealed record ComposedLetter(string Language, int TemplateVersionId, string Subject, string Body)
{
    /// <summary>Another one for every other text.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{TemplateVersionId}\n{Subject}\n{Body}")));
}
