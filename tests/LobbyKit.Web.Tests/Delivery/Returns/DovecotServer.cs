#if LOBBYKIT_FULL
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>Debian's Dovecot with a configuration of its own, on a free port of loopback, as a user without rights.</summary>
internal sealed class DovecotServer : IDisposable
{
    public const string User = "letters";
    public const string Password = "secret";
    public const string Done = "Done";

    private const string Program = "/usr/sbin/dovecot";

    private static readonly string[] Arrivals = ["cur", "new"];

    private readonly string folder = Directory.CreateTempSubdirectory("lobbykit-imap-").FullName;
    private readonly Process process;

    private DovecotServer()
    {
        Port = FreePort();
        var (user, group) = Environment.UserName == "root" ? ("nobody", "nogroup") : (Environment.UserName, Run("id", "-gn"));
        foreach (var name in new[] { "", "run", "mail", "mail/cur", "mail/new", "mail/tmp", $"mail/.{Done}", $"mail/.{Done}/cur", $"mail/.{Done}/new", $"mail/.{Done}/tmp" })
        {
            OpenToAll(Path.Combine(folder, name));
        }

        var settings = Path.Combine(folder, "dovecot.conf");
        File.WriteAllText(settings, $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/run
            log_path = {{folder}}/run/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = {{user}}
            default_login_user = {{user}}
            default_internal_group = {{group}}
            mail_location = maildir:{{folder}}/mail
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{folder}}/mail
            }

            """);
        var start = user == Environment.UserName
            ? new ProcessStartInfo(Program)
            : new ProcessStartInfo("setpriv", [$"--reuid={user}", $"--regid={group}", "--clear-groups", Program]);
        Array.ForEach(["-F", "-c", settings], start.ArgumentList.Add);
        process = Process.Start(start)!;
    }

    /// <summary>Null where it can be started.</summary>
    public static string? Missing => !OperatingSystem.IsLinux() ? "Dovecot's test set-up is for Linux."
        : !File.Exists(Program) ? "Dovecot is not installed (apt-get install dovecot-imapd)." : null;

    public int Port { get; }

    public static async Task<DovecotServer> StartAsync()
    {
        var server = new DovecotServer();
        await Wait.ForAsync("Dovecot's greeting", server.GreetingAsync);
        return server;
    }

    /// <summary>Puts a message into the mailbox, as a mail server does.</summary>
    public void Deliver(string name, byte[] message)
    {
        var unfinished = Path.Combine(folder, "mail", "tmp", name);
        File.WriteAllBytes(unfinished, message);
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(unfinished, (UnixFileMode)0b110_110_110);
        }

        File.Move(unfinished, Path.Combine(folder, "mail", "new", name));
    }

    /// <summary>A message's flags (S is seen, F flagged), or nothing; null where it is not in the folder.</summary>
    public string? Flags(string name, string inFolder = "") => Arrivals
        .SelectMany(d => Directory.EnumerateFiles(Path.Combine(folder, "mail", inFolder.Length > 0 ? "." + inFolder : "", d)))
        .Select(f => Path.GetFileName(f)!).Where(f => f.StartsWith(name, StringComparison.Ordinal))
        .Select(f => f.Split(":2,") is [_, var flags] ? flags : "").FirstOrDefault();

    public int Count(string inFolder) => Directory.EnumerateFiles(Path.Combine(folder, "mail", "." + inFolder, "cur")).Count();

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void OpenToAll(string path)
    {
        Directory.CreateDirectory(path);
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Run(string program, string argument)
    {
        using var run = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true })!;
        var output = run.StandardOutput.ReadToEnd().Trim();
        run.WaitForExit();
        return output;
    }

    private async Task<string?> GreetingAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            var buffer = new byte[200];
            var read = await client.GetStream().ReadAsync(buffer);
            return Encoding.ASCII.GetString(buffer, 0, read) is var text && text.StartsWith("* OK", StringComparison.Ordinal) ? text : null;
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return null;
        }
    }
}
#endif
