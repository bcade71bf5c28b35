using System.Globalization;
using System.Xml;

namespace IpsJobs.Contracts;

/// <summary>Writes contract types as XML of one version, in the strict subset that every known client can read.</summary>
/// <remarks>
/// Required strings, numbers and booleans without a value are written as empty, 0 and false, required structures with
/// their own required content; a required date without a value is left out, because clients fail on xsi:nil and on an
/// empty date. Carriage returns in values survive only if the XmlWriter's NewLineHandling is Entitize. Not thread-safe.
/// </remarks>
public sealed class ContractWriter(XmlWriter writer, ContractVersion version, TimeZoneInfo timeZone)
{
    // The longest number, a double, has 24 characters; a date has 29.
    private readonly char[] _buffer = new char[40];
    private bool _exact;

    // What is wanted of the element that is being written; null means all of it.
    private FieldSelection? _selection;

    /// <summary>The version whose namespace and elements are written.</summary>
    public ContractVersion Version { get; } = version;

    /// <summary>Writes the message as an element that declares the version's namespace as default.</summary>
    public void WriteMessage(string elementName, IContractType message)
    {
        ArgumentNullException.ThrowIfNull(message);
        WriteComplex(elementName, message);
    }

    /// <summary>Writes the content of a reply as far as the selection goes.</summary>
    internal void WriteSelected(IContractType reply, FieldSelection selection)
    {
        _selection = selection;
        reply.WriteContent(this);
        _selection = null;
    }

    /// <summary>A writer that keeps what is there, of any version, and adds nothing.</summary>
    internal static ContractWriter ForStorage(XmlWriter writer) =>
        new(writer, ContractVersion.Latest, TimeZoneInfo.Utc) { _exact = true };

    internal bool Has(int since, int until) => _exact || Version.Has(since, until);

    internal void WriteOptional(string name, string? value)
    {
        if (value is not null && Wants(name))
            WriteText(name, value);
    }

    internal void WriteRequired(string name, string? value)
    {
        if (value is not null || !_exact)
            WriteText(name, value ?? "");
    }

    internal void WriteOptional(string name, bool? value)
    {
        if (value is not null && Wants(name))
            WriteRequired(name, value);
    }

    internal void WriteRequired(string name, bool? value)
    {
        if (value is not null || !_exact)
            WriteLiteral(name, value == true ? "true" : "false");
    }

    internal void WriteOptional(string name, int? value) => WriteOptional(name, (long?)value);

    internal void WriteRequired(string name, int? value) => WriteRequired(name, (long?)value);

    internal void WriteOptional(string name, long? value)
    {
        if (value is not null && Wants(name))
            WriteRequired(name, value);
    }

    internal void WriteRequired(string name, long? value)
    {
        if (value is null && _exact)
            return;
        (value ?? 0).TryFormat(_buffer, out var length, default, CultureInfo.InvariantCulture);
        WriteBuffer(name, length);
    }

    internal void WriteOptional(string name, double? value)
    {
        if (value is not null && Wants(name))
            WriteRequired(name, value);
    }

    internal void WriteRequired(string name, double? value)
    {
        if (value is not null || !_exact)
            WriteBuffer(name, XmlDouble.Format(value ?? 0, _buffer));
    }

    internal void WriteOptional(string name, DateTime? value)
    {
        if (Wants(name))
            WriteRequired(name, value);
    }

    internal void WriteRequired(string name, DateTime? value)
    {
        if (value is { } known)
            WriteBuffer(name, XmlDateTime.Format(known, timeZone, _buffer));
    }

    internal void WriteOptional(string name, IContractType? value)
    {
        if (value is not null && Wants(name))
            WriteComplex(name, value);
    }

    internal void WriteRequired<T>(string name, T? value)
        where T : class, IContractType, new()
    {
        if (value is not null || !_exact)
            WriteComplex(name, value ?? new T());
    }

    internal void WriteList(string name, List<string> items)
    {
        if (!Wants(name))
            return;
        foreach (var item in items)
            WriteText(name, item);
    }

    internal void WriteList<T>(string name, List<T> items)
        where T : class, IContractType
    {
        if (!Wants(name))
            return;
        foreach (var item in items)
            WriteComplex(name, item);
    }

    private void WriteComplex(string name, IContractType value)
    {
        var selection = _selection;
        // Null stands for everything, so it stays null all the way down.
        _selection = selection?.Below(name);
        Start(name);
        value.WriteContent(this);
        writer.WriteEndElement();
        _selection = selection;
    }

    private bool Wants(string name) => _selection is null || _selection.Wants(name);

    private void WriteText(string name, string value)
    {
        Start(name);
        if (value.Length > 0)
            writer.WriteString(XmlCharacters.Clean(value));
        writer.WriteEndElement();
    }

    private void WriteLiteral(string name, string value)
    {
        Start(name);
        writer.WriteString(value);
        writer.WriteEndElement();
    }

    private void WriteBuffer(string name, int length)
    {
        Start(name);
        writer.WriteChars(_buffer, 0, length);
        writer.WriteEndElement();
    }

    private void Start(string name) => writer.WriteStartElement("", name, Version.Namespace);
}
