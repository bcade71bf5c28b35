using System;
using System.Collections.Generic;
using System.Linq;
using IpsJobs.Contracts.Generator.Wsdl;

namespace IpsJobs.Contracts.Generator.Model;

/// <summary>Joins the WSDL and the versions file.</summary>
internal sealed class ContractModelBuilder(WsdlContract wsdl, VersionTable versions)
{
    // A read keeps one bit per element that it has seen.
    private const int MaxElements = 64;

    private readonly Dictionary<string, int> _typeSince = [];

    /// <exception cref="ContractSourceException">A row names something the WSDL lacks, or a type cannot be generated.</exception>
    public static ContractModel Build(string wsdlText, string versionsText)
    {
        var wsdl = WsdlReader.Read(wsdlText);
        try
        {
            return new ContractModelBuilder(wsdl, VersionTable.Parse(versionsText)).Build();
        }
        catch (FormatException exception)
        {
            throw new ContractSourceException(Diagnostics.InvalidVersionsId, exception.Message);
        }
    }

    private ContractModel Build()
    {
        foreach (var row in versions.Rows)
            CheckRow(row);
        foreach (var operation in wsdl.Operations)
        {
            Reach(operation.RequestElement, OperationSince(operation.Name));
            Reach(operation.ReplyElement, OperationSince(operation.Name));
        }

        return new ContractModel(
            wsdl.ServiceNamespace,
            wsdl.TypesNamespace,
            wsdl.BaseNamespace,
            wsdl.PortType,
            new EquatableArray<string>(versions.Versions),
            new EquatableArray<TypeModel>(wsdl.Types.Select(ToModel)),
            new EquatableArray<OperationModel>(wsdl.Operations.Select(ToModel)));
    }

    private void CheckRow(VersionRow row)
    {
        var type = wsdl.Types.FirstOrDefault(candidate => candidate.Name == row.Name);
        var known = row.Kind switch
        {
            "operation" => wsdl.Operations.Any(operation => operation.Name == row.Name),
            "header" => type is not null,
            _ => type is not null && row.IsAddition != type.Elements.Any(element => element.Name == row.Element),
        };
        if (!known)
            throw new FormatException($"the row '{row.Kind} {row.Name} {row.Element}' does not fit the WSDL");
    }

    private int OperationSince(string operation) => versions.Find("operation", operation)?.Since ?? 0;

    private void Reach(string name, int since)
    {
        if (_typeSince.TryGetValue(name, out var known) && known <= since)
            return;
        _typeSince[name] = since;
        foreach (var element in ElementsOf(Type(name)).Where(element => element.Kind == ValueKind.Complex))
            Reach(element.SchemaType, Math.Max(since, element.Since));
    }

    private WsdlType Type(string name) =>
        wsdl.Types.FirstOrDefault(type => type.Name == name)
        ?? throw new ContractSourceException(Diagnostics.InvalidWsdlId, $"there is no type '{name}'");

    private OperationModel ToModel(WsdlOperation operation) =>
        new(operation.Name, operation.RequestElement, operation.ReplyElement, OperationSince(operation.Name));

    private TypeModel ToModel(WsdlType type)
    {
        var elements = ElementsOf(type);
        if (elements.Count > MaxElements)
            throw new ContractSourceException(Diagnostics.InvalidWsdlId, $"'{type.Name}' has more than {MaxElements} elements");
        _typeSince.TryGetValue(type.Name, out var since);
        return new TypeModel(
            type.Name, Naming.Pascal(type.Name), type.Role, type.Namespace, new EquatableArray<ElementModel>(elements), since);
    }

    private List<ElementModel> ElementsOf(WsdlType type)
    {
        var elements = type.Elements.Select((element, order) => ToModel(type, element, order)).ToList();
        foreach (var row in versions.Rows.Where(row => row.IsAddition && row.Name == type.Name))
        {
            var previous = elements.FindIndex(element => element.Name == row.After);
            if (previous < 0 && row.After.Length > 0)
                throw new FormatException($"'{row.Name}' has no element '{row.After}' for '{row.Element}' to follow");
            var addition = new WsdlElement(row.Element, row.SchemaType, row.Min != "0", row.Max == "unbounded");
            elements.Insert(previous + 1, ToModel(type, addition, -1));
        }

        return elements;
    }

    private ElementModel ToModel(WsdlType type, WsdlElement element, int order)
    {
        var row = versions.Find("element", type.Name, element.Name);
        var kind = KindOf(type, element);
        var property = Naming.Pascal(element.Name);
        return new ElementModel(
            element.Name,
            property == Naming.Pascal(type.Name) ? property + "Value" : property,
            kind,
            element.Type,
            kind == ValueKind.Complex ? Naming.Pascal(element.Type) : "",
            element.Required,
            element.IsList,
            row?.Since ?? 0,
            row?.Until ?? VersionTable.LaterOrdinal,
            order);
    }

    private static ValueKind KindOf(WsdlType type, WsdlElement element) => element.Type switch
    {
        "xsd:string" => ValueKind.String,
        "xsd:boolean" => ValueKind.Boolean,
        "xsd:int" => ValueKind.Int,
        "xsd:long" => ValueKind.Long,
        "xsd:double" => ValueKind.Double,
        "xsd:dateTime" => ValueKind.DateTime,
        _ when element.Type.StartsWith("xsd:", StringComparison.Ordinal) => throw new ContractSourceException(
            Diagnostics.InvalidWsdlId, $"'{element.Type}' in '{type.Name}' is not understood"),
        _ => ValueKind.Complex,
    };
}
