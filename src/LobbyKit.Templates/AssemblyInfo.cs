using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("LobbyKit.Templates.Tests")]
