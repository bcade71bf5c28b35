using System.Runtime.CompilerServices;
using System.Xml;

namespace IpsJobs.Contracts;

/// <summary>Reads contract types from XML: children by name in any order, from the namespace of any version or none.</summary>
/// <remarks>
/// Not thread-safe. The depth of requests is bounded by the contract's types, which do not nest in themselves (of the replies,
/// folders do); what the contract does not know is refused, not skipped. In strict mode the schema's order holds and elements of other versions are refused.
/// </remarks>
public sealed class ContractReader(XmlReader reader, ContractVersion version, bool strict = false)
{
    private const int MaxDepth = 64;
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly TextReading _text = new(reader);
    private string _knownNamespace = version.Namespace;

    /// <summary>The version of the request.</summary>
    public ContractVersion Version { get; } = version;

    /// <summary>The local name of the element that the reader stands on.</summary>
    internal string Name
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => reader.LocalName;
    }

    /// <summary>Steps into the element; false, with the element consumed, when it is written as empty.</summary>
    internal bool Enter(out string parent)
    {
        parent = reader.LocalName;
        var hasContent = !reader.IsEmptyElement;
        reader.Read();
        return hasContent;
    }

    /// <summary>Moves to the next child element; false, with the end consumed, when there is none.</summary>
    internal bool NextChild(string parent)
    {
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    CheckNamespace(parent);
                    return true;
                case XmlNodeType.EndElement:
                    reader.Read();
                    return false;
                case XmlNodeType.Text or XmlNodeType.CDATA when !XmlText.IsBlank(reader.Value):
                    throw ContractFormatException.Text(parent);
                default:
                    Advance();
                    break;
            }
        }
    }

    /// <summary>Notes a single element, which must not have been there before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Once(ref ulong seen, int index, string parent)
    {
        if ((seen & (1UL << index)) != 0)
            throw ContractFormatException.Repeated(reader.LocalName, parent);
        Repeat(ref seen, index, parent);
    }

    /// <summary>Notes a single element that not every version has.</summary>
    internal void Once(ref ulong seen, int index, string parent, int since, int until)
    {
        CheckVersion(parent, since, until);
        Once(ref seen, index, parent);
    }

    /// <summary>Notes an element that may come again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Repeat(ref ulong seen, int index, string parent)
    {
        if (strict && seen >> index > 1)
            throw ContractFormatException.OutOfOrder(reader.LocalName, parent);
        seen |= 1UL << index;
    }

    /// <summary>Notes an element that may come again and that not every version has.</summary>
    internal void Repeat(ref ulong seen, int index, string parent, int since, int until)
    {
        CheckVersion(parent, since, until);
        Repeat(ref seen, index, parent);
    }

    internal ContractFormatException Unknown(string parent) => ContractFormatException.Unknown(reader.LocalName, parent);

    /// <summary>Skips the element when it says <c>xsi:nil="true"</c>, which means the same as absence.</summary>
    internal bool SkipNil()
    {
        if (!reader.HasAttributes || !IsNil())
            return false;
        SkipElement();
        return true;
    }

    internal string? ReadString() => SkipNil() ? null : _text.ReadString();

    internal bool? ReadBoolean()
    {
        if (!TryReadScalar(out var element, out var text))
            return null;
        return XmlText.TryParseBoolean(text, out var value) ? value : throw ContractFormatException.Value(text, "boolean", element);
    }

    internal int? ReadInt()
    {
        if (!TryReadScalar(out var element, out var text))
            return null;
        return XmlText.TryParseInt(text, out var value) ? value : throw ContractFormatException.Value(text, "int", element);
    }

    internal long? ReadLong()
    {
        if (!TryReadScalar(out var element, out var text))
            return null;
        return XmlText.TryParseLong(text, out var value) ? value : throw ContractFormatException.Value(text, "long", element);
    }

    internal double? ReadDouble()
    {
        if (!TryReadScalar(out var element, out var text))
            return null;
        return XmlText.TryParseDouble(text, out var value) ? value : throw ContractFormatException.Value(text, "double", element);
    }

    internal DateTime? ReadDateTime()
    {
        if (!TryReadScalar(out var element, out var text))
            return null;
        return XmlDateTime.TryParse(text, out var value) ? value : throw ContractFormatException.Value(text, "dateTime", element);
    }

    // Clients send <execTime/> to mean "now", so a value without characters is no value.
    private bool TryReadScalar(out string element, out ReadOnlySpan<char> text)
    {
        element = reader.LocalName;
        text = default;
        if (SkipNil())
            return false;
        text = _text.ReadScalar();
        return text.Length > 0;
    }

    private void CheckNamespace(string parent)
    {
        // The reader hands out one string per namespace, so the comparison is nearly always by reference.
        var ns = reader.NamespaceURI;
        if ((object)ns == _knownNamespace || ns.Length == 0)
            return;
        if (ContractVersion.Find(ns) is null)
            throw ContractFormatException.ForeignNamespace(reader.LocalName, parent);
        _knownNamespace = ns;
    }

    private void CheckVersion(string parent, int since, int until)
    {
        if (strict && (Version.ReadOrdinal < since || Version.ReadOrdinal > until))
            throw ContractFormatException.NotInVersion(reader.LocalName, parent);
    }

    private bool IsNil() =>
        reader.GetAttribute("nil", SchemaInstance) is { } nil && XmlText.TryParseBoolean(XmlText.Trim(nil), out var value) && value;

    // Whatever a sender puts into an absent element is passed over, but a parser keeps memory for every level of it.
    private void SkipElement()
    {
        var depth = reader.Depth;
        var element = reader.LocalName;
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.Depth > MaxDepth)
                    throw ContractFormatException.TooDeep(element);
            }
        }

        reader.Read();
    }

    private void Advance()
    {
        if (!reader.Read())
            throw new XmlException("The document ends inside an element");
    }
}
