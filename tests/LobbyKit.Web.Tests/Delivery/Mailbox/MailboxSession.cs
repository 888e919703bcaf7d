using System.Net;
using System.Net.Sockets;
using System.Text;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Mailbox;
using LobbyKit.Web.Tests.Application;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Tests.Delivery.Mailbox;

/// <summary>A running demo mailbox and a client that types what it is told to.</summary>
internal sealed class MailboxSession : IAsyncDisposable
{
    private readonly DemoMailbox mailbox;
    private readonly List<TcpClient> clients = [];

    private MailboxSession()
    {
        var options = Options.Create(new MailOptions { DemoMailbox = true, DemoMailboxFolder = Folder });
        Store = new MailboxStore(options, new HostingEnvironment { ContentRootPath = Folder }, TimeProvider.System);
        mailbox = new DemoMailbox(options, Store, TimeProvider.System, NullLogger<DemoMailbox>.Instance);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lobbykit-mailbox-").FullName;

    public MailboxStore Store { get; }

    public int Port => mailbox.Port;

    public static async Task<MailboxSession> StartAsync()
    {
        var session = new MailboxSession();
        await session.mailbox.StartAsync(CancellationToken.None);
        return session;
    }

    /// <summary>A new connection, past its greeting.</summary>
    public async Task<StreamReader> ConnectAsync()
    {
        var client = new TcpClient();
        clients.Add(client);
        await client.ConnectAsync(IPAddress.Loopback, Port);
        var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        Assert.StartsWith("220 ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        return reader;
    }

    /// <summary>Types a text as it is, and returns the last line of each reply.</summary>
    public static async Task<string[]> TypeAsync(StreamReader connection, string text, int replies)
    {
        await connection.BaseStream.WriteAsync(Encoding.Latin1.GetBytes(text));
        var answers = new List<string>();
        while (answers.Count < replies)
        {
            var line = await connection.ReadLineAsync().WaitAsync(Wait.AtMost);
            if (line is null)
            {
                answers.Add("closed");
                break;
            }

            if (line.Length < 4 || line[3] != '-')
            {
                answers.Add(line);
            }
        }

        return [.. answers];
    }

    public async Task<ReadableMail> OnlyMailAsync() => (await Store.FindAsync(Assert.Single(Store.Ids()), CancellationToken.None))!;

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        await mailbox.StopAsync(CancellationToken.None);
        mailbox.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
