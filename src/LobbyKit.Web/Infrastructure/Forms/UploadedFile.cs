namespace LobbyKit.Web.Infrastructure.Forms;

/// <summary>A file that came with a form. Its name and its stated type are the sender's, and are not looked at.</summary>
public static class UploadedFile
{
    /// <summary>Reads it whole; ask for its length first.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
