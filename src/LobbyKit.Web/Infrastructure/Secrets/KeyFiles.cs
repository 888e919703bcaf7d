using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>The framework's key files, in a folder that is made with the first key and not before: who only looks must not make it.</summary>
internal sealed class KeyFiles(KeyFolder folder, ILoggerFactory logs) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => folder.Exists ? Files().GetAllElements() : [];

    public void StoreElement(XElement element, string friendlyName) => Files().StoreElement(element, friendlyName);

    private FileSystemXmlRepository Files() => new(folder.Create(), logs);
}
