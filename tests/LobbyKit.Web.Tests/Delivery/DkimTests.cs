using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>
/// What the full build signs, as dkimpy finds it, which has nothing in common with the code that signed. It gets the public key from here
/// and asks no name service.
/// </summary>
public sealed class DkimTests : IDisposable
{
    // The system's, which Debian's packages are for, and not one that somebody put before it.
    private const string Python = "/usr/bin/python3";

    private const string Verify = """
        import sys, dkim
        message = open(sys.argv[1], 'rb').read()
        asked = []
        def answer(name, timeout=5):
            asked.append(name)
            return sys.argv[2].encode()
        print(dkim.verify(message, dnsfunc=answer), asked[0].decode() if asked else '')
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lobbykit-dkim-").FullName;

    /// <summary>Kind of key, address that is written to.</summary>
    public static TheoryData<string, string> Letters => new()
    {
        { "RSA", "office@government.example" },
        { "RSA, traditional", "office@government.example" },
        { "Ed25519", "office@government.example" },
        { "RSA", "büro@government.example" },
    };

    [SkippableTheory]
    [MemberData(nameof(Letters))]
    public async Task A_letter_is_signed_so_that_others_can_tell(string kind, string to)
    {
        SkipUnlessVerifiable();
        var (source, publicKey) = await SendAsync(kind, Transports.Mail with
        {
            ToAddress = to,
            Subject = "人権についてのお願い — human rights, at the summit and after it, in every country that takes part",
            Body = ".\n..\nFrom here on  it is   indented\t\n\n\n" + string.Concat(Enumerable.Repeat("é and so on ", 300)) + "\n\n\n",
        });

        Assert.Equal("True letters._domainkey.campaign.example.", Run(source, publicKey));
        var signature = source.Split("\r\n\r\n")[0];
        Assert.StartsWith("DKIM-Signature:", signature, StringComparison.Ordinal);
        Assert.Contains("c=relaxed/relaxed", signature, StringComparison.Ordinal);
        Assert.Contains("d=campaign.example", signature, StringComparison.Ordinal);
        Assert.Contains(kind == "Ed25519" ? "a=ed25519-sha256" : "a=rsa-sha256", signature, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "please act.", "please do not act." },
        { "Subject: Human rights", "Subject: Inhuman rights" },
        { "To: Office", "To: Officer" },
        { "Reply-To: Ada", "Reply-To: Eve" },
        // A second one on top, which some readers would show.
        { "Subject: Human rights", "Subject: Urgent\r\nSubject: Human rights" },
        { "MIME-Version", "From: Eve <eve@campaign.example>\r\nMIME-Version" },
    };

    [SkippableTheory]
    [MemberData(nameof(Forgeries))]
    public async Task Whoever_changes_it_on_the_way_is_found_out(string was, string becomes)
    {
        SkipUnlessVerifiable();
        var (source, publicKey) = await SendAsync("RSA", Transports.Mail);
        Assert.Contains(was, source, StringComparison.OrdinalIgnoreCase);

        Assert.StartsWith("True", Run(source, publicKey), StringComparison.Ordinal);
        Assert.StartsWith("False", Run(source.Replace(was, becomes, StringComparison.OrdinalIgnoreCase), publicKey), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void SkipUnlessVerifiable()
    {
        Skip.IfNot(Transports.Names.Contains("MailKit"), "The restricted build does not sign.");
        Skip.IfNot(CanRun(Python, "-c", "import dkim, nacl"), "There is no verifier: python3 with dkim and nacl (Debian: python3-dkim).");
    }

    private static bool CanRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private async Task<(string Source, string PublicKey)> SendAsync(string kind, OutgoingMail mail)
    {
        var file = Path.Combine(folder, "key.pem");
        var publicKey = kind == "Ed25519" ? await WriteEd25519Async(file) : await WriteRsaAsync(file, kind.EndsWith("traditional", StringComparison.Ordinal));
        await using var server = new TestSmtpServer();
        server.Offers = [.. server.Offers, "SMTPUTF8"];
        using var sender = (IDisposable)Transports.Create("MailKit", server, o => (o.Dkim.Domain, o.Dkim.Selector, o.Dkim.KeyFile) = ("campaign.example", "letters", file));

        var reply = await ((IMailTransport)sender).SendAsync(mail, CancellationToken.None);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        return (Assert.Single(server.Mails).Source, publicKey);
    }

    private static async Task<string> WriteRsaAsync(string file, bool traditional)
    {
        using var key = RSA.Create(2048);
        await File.WriteAllTextAsync(file, traditional ? key.ExportRSAPrivateKeyPem() : key.ExportPkcs8PrivateKeyPem());
        return $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}";
    }

    private async Task<string> WriteEd25519Async(string file)
    {
        // The platform makes no such keys; whoever uses one has it from openssl too.
        Skip.IfNot(CanRun("openssl", "genpkey", "-algorithm", "ed25519", "-out", file), "There is no openssl to make a key with.");
        var publicFile = Path.Combine(folder, "public.pem");
        Assert.True(CanRun("openssl", "pkey", "-in", file, "-pubout", "-out", publicFile));
        var lines = (await File.ReadAllLinesAsync(publicFile)).Where(l => !l.StartsWith('-'));
        // RFC 8463: the key itself, the last 32 bytes.
        return $"v=DKIM1; k=ed25519; p={Convert.ToBase64String(Convert.FromBase64String(string.Concat(lines))[^32..])}";
    }

    private string Run(string source, string publicKey)
    {
        var message = Path.Combine(folder, "message.eml");
        File.WriteAllText(message, source, Encoding.Latin1);
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Verify, message, publicKey]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Trim();
    }
}
