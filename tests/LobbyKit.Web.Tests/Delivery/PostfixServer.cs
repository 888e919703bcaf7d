using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>
/// Debian's Postfix with a configuration, a queue and mailboxes of its own in a temporary folder. It listens on loopback, sends nothing on
/// to anybody, and has nothing in common with a Postfix that the system may run.
/// </summary>
public sealed class PostfixServer : IAsyncLifetime
{
    /// <summary>Letters for it are taken and handed on to the server of an office that is not there.</summary>
    public const string RefusedDomain = "refused.example";

    private const string Program = "/usr/sbin/postfix";
    private const string Daemons = "/usr/lib/postfix/sbin";
    // On a machine that has much else to do; nobody waits so long for anything that comes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("lobbykit-postfix-").FullName;
    private readonly TestSmtpServer office = new() { Script = (step, _) => step == "RCPT" ? "550 5.1.1 No such office here" : null };
    private bool isStarted;

    /// <summary>Why it cannot be used here; null where it can.</summary>
    public string? Obstacle { get; private set; }

    public int Port { get; } = FreePort();

    /// <summary>As if it were older than SMTPUTF8.</summary>
    public int PlainPort { get; } = FreePort();

    /// <summary>Signed by <see cref="AuthorityFile"/> for 127.0.0.1; nothing is taken without STARTTLS.</summary>
    public int ProtectedPort { get; } = FreePort();

    public string AuthorityFile => Path.Combine(folder, "authority.pem");

    public string Log => File.Exists(Path.Combine(folder, "mail.log")) ? File.ReadAllText(Path.Combine(folder, "mail.log")) : "";

    private string Configuration => Path.Combine(folder, "etc");

    public async Task InitializeAsync()
    {
        Obstacle = !OperatingSystem.IsLinux() ? "Postfix is looked for on Linux only."
            : !File.Exists(Program) || !Directory.Exists(Daemons) ? "Postfix is not installed (Debian: apt-get install postfix)."
            : !Environment.IsPrivilegedProcess ? "Postfix can be started by root only."
            : null;
        if (Obstacle is not null)
        {
            return;
        }

        Write();
        var (code, said) = await RunAsync("start");
        isStarted = code == 0;
        Obstacle = isStarted ? null : $"Postfix does not start here: {said.Trim().ReplaceLineEndings(" ")}";
        if (isStarted)
        {
            await UntilAsync(() => IsListening(Port) && IsListening(PlainPort) && IsListening(ProtectedPort));
        }
    }

    public async Task DisposeAsync()
    {
        if (isStarted)
        {
            // Comes back when the last of its daemons has ended.
            await RunAsync("stop");
        }

        await office.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The first message in the mailbox that a test looks for, as it lies there.</summary>
    internal async Task<ReceivedMail> MailAsync(string mailbox, Func<string, bool> wanted)
    {
        string? found = null;
        var place = Path.Combine(folder, "mail", mailbox, "new");
        await UntilAsync(() => (found = Directory.Exists(place) ? Directory.EnumerateFiles(place).Select(f => File.ReadAllText(f, Encoding.Latin1)).FirstOrDefault(wanted) : null) is not null);
        return found is null
            ? throw new TimeoutException($"Nothing came into {mailbox}. {Log}")
            : new ReceivedMail("", [], found.ReplaceLineEndings("\r\n"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsListening(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Another program's files and processes call nobody back.
    private static async Task UntilAsync(Func<bool> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo() && TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(50);
        }
    }

    private void Write()
    {
        foreach (var part in new[] { "", "etc", "queue", "data", "mail" })
        {
            Open(Directory.CreateDirectory(Path.Combine(folder, part)).FullName, part is "data" or "mail");
        }

        using var authority = TestCertificate.CreateAuthority();
        using var certificate = TestCertificate.Create(authority);
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "mailboxes"), "office@government.example office/\nbüro@government.example buero/\nletters@campaign.example letters/\nbounces@campaign.example bounces/\n");
        File.WriteAllText(Path.Combine(folder, "transport"), $"{RefusedDomain} smtp:[127.0.0.1]:{office.Port}\n");
        File.WriteAllText(Path.Combine(Configuration, "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {folder}/queue
            data_directory = {folder}/data
            maillog_file = {folder}/mail.log
            maillog_file_prefixes = {folder}
            daemon_directory = {Daemons}
            myhostname = mail.campaign.example
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            smtpd_relay_restrictions = permit_mynetworks, reject
            smtputf8_enable = yes
            # Nothing leaves this machine: what has no mailbox here has no way at all.
            relayhost =
            mydestination =
            alias_maps =
            alias_database =
            default_transport = error:5.4.4 Nothing leaves this machine
            relay_transport = error:5.4.4 Nothing leaves this machine
            local_transport = error:5.4.4 Nothing leaves this machine
            transport_maps = texthash:{folder}/transport
            virtual_mailbox_domains = government.example, campaign.example
            virtual_mailbox_base = {folder}/mail
            virtual_mailbox_maps = texthash:{folder}/mailboxes
            virtual_minimum_uid = 1
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            smtpd_tls_cert_file = {folder}/server.pem
            smtpd_tls_key_file = {folder}/server.key

            """);
        File.WriteAllText(Path.Combine(Configuration, "master.cf"), $"""
            127.0.0.1:{Port} inet n - n - - smtpd
            127.0.0.1:{PlainPort} inet n - n - - smtpd -o smtputf8_enable=no
            127.0.0.1:{ProtectedPort} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            error unix - - n - - error
            smtp unix - - n - - smtp
            retry unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            showq unix n - n - - showq
            postlog unix-dgram n - n - 1 postlogd

            """);
    }

    // Its daemons are other users, who have to pass and, in some, to write.
    private static void Open(string path, bool toWrite)
    {
        const UnixFileMode pass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, toWrite ? pass | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite : pass);
        }
    }

    private async Task<(int Code, string Said)> RunAsync(string command)
    {
        var said = Path.Combine(folder, $"{command}.txt");
        // Its daemons keep what they are given as output: a pipe would not end before they do.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec \"$0\" -c \"$1\" \"$2\" > \"$3\" 2>&1 < /dev/null", Program, Configuration, command, said },
        })!;
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await File.ReadAllTextAsync(said));
    }
}
