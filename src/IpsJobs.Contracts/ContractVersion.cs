using System.Collections.Concurrent;
using System.Globalization;

namespace IpsJobs.Contracts;

/// <summary>A version of the API, known by the namespace of a request.</summary>
public sealed partial class ContractVersion : IComparable<ContractVersion>, IEquatable<ContractVersion>
{
    private const int LaterOrdinal = 8;
    private const int DateLength = 10;
    private const int MaxNameLength = 32;

    // Anyone can make up dates; the cache must not grow with them.
    private const int MaxCached = 64;

    private static readonly ConcurrentDictionary<string, ContractVersion> Later = new(StringComparer.Ordinal);

    private ContractVersion(string name, int ordinal, bool isLater = false)
    {
        Name = name;
        Ordinal = ordinal;
        ReadOrdinal = isLater ? LaterOrdinal : ordinal;
        Namespace = name.Length == 0 ? BaseNamespace : BaseNamespace + "/" + name;
    }

    /// <summary>A date such as <c>2014-04-03</c>; empty for the unversioned API.</summary>
    public string Name { get; }

    /// <summary>Grows with the versions from 0; an unknown later version has that of <see cref="Latest"/>.</summary>
    public int Ordinal { get; }

    /// <summary>The namespace of requests and replies.</summary>
    public string Namespace { get; }

    /// <summary>Like <see cref="Ordinal"/>, but later versions may send what only they are known to have.</summary>
    internal int ReadOrdinal { get; }

    public static bool operator ==(ContractVersion? left, ContractVersion? right) => Equals(left, right);

    public static bool operator !=(ContractVersion? left, ContractVersion? right) => !Equals(left, right);

    public static bool operator <(ContractVersion left, ContractVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ContractVersion left, ContractVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ContractVersion left, ContractVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ContractVersion left, ContractVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The version with this namespace, or null when it is not a namespace of the API.</summary>
    /// <remarks>
    /// A date after the latest version, and any date with a <c>-beta</c> suffix, gives a version of its own name and
    /// namespace that otherwise equals <see cref="Latest"/>.
    /// </remarks>
    public static ContractVersion? Find(string namespaceUri)
    {
        ArgumentNullException.ThrowIfNull(namespaceUri);
        if (!namespaceUri.StartsWith(BaseNamespace, StringComparison.Ordinal))
            return null;
        foreach (var version in All)
        {
            if (version.Namespace == namespaceUri)
                return version;
        }

        return FindLater(namespaceUri);
    }

    /// <summary>Compares ages; versions of one ordinal are ordered by name.</summary>
    public int CompareTo(ContractVersion? other)
    {
        if (other is null)
            return 1;
        return Ordinal != other.Ordinal ? Ordinal.CompareTo(other.Ordinal) : string.CompareOrdinal(Name, other.Name);
    }

    /// <inheritdoc/>
    public bool Equals(ContractVersion? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContractVersion);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name.Length == 0 ? "unversioned" : Name;

    /// <summary>Whether something that exists from one ordinal to another is in this version.</summary>
    internal bool Has(int since, int until) => Ordinal >= since && Ordinal <= until;

    private static ContractVersion? FindLater(string namespaceUri)
    {
        if (Later.TryGetValue(namespaceUri, out var cached))
            return cached;
        if (namespaceUri.Length <= BaseNamespace.Length || namespaceUri[BaseNamespace.Length] != '/')
            return null;
        var name = namespaceUri[(BaseNamespace.Length + 1)..];
        if (!IsLater(name))
            return null;
        var version = new ContractVersion(name, Latest.Ordinal, isLater: true);
        return Later.Count < MaxCached ? Later.GetOrAdd(namespaceUri, version) : version;
    }

    private static bool IsLater(string name)
    {
        if (name.Length is < DateLength or > MaxNameLength || !IsDate(name.AsSpan(0, DateLength)))
            return false;
        return name.Length == DateLength
            ? string.CompareOrdinal(name, Latest.Name) > 0
            : name.AsSpan(DateLength).StartsWith("-beta", StringComparison.Ordinal);
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
