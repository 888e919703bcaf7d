using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LobbyKit.Web.Data;

/// <summary>Instants are UTC; neither database keeps a <see cref="DateTime"/>'s kind, so it is given back on reading.</summary>
public sealed class UtcDateTimeConverter()
    : ValueConverter<DateTime, DateTime>(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
