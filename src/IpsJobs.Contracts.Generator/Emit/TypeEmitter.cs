using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits one class: properties with serializer attributes, then the codec.</summary>
internal static class TypeEmitter
{
    public static string Emit(TypeModel type, EquatableArray<string> versions)
    {
        var code = new CodeWriter("System", "System.Collections.Generic", "System.ComponentModel", "System.Xml.Serialization");
        code.Summary($"{Noun(type)} <c>{type.Name}</c>, {VersionText.Describe(type.Since, VersionTable.LaterOrdinal, versions)}.");
        code.Line(type.Role == TypeRole.Complex
            ? $"[XmlType(\"{type.Name}\", Namespace = \"{type.Namespace}\")]"
            : $"[XmlType(AnonymousType = true, Namespace = \"{type.Namespace}\")]");
        if (type.Role != TypeRole.Complex)
            code.Line($"[XmlRoot(\"{type.Name}\", Namespace = \"{type.Namespace}\", IsNullable = false)]");
        code.Open($"public sealed partial class {type.ClassName} : IContractType");
        foreach (var element in type.Elements)
            EmitProperty(code, element, versions);
        ReadEmitter.Emit(code, type);
        WriteEmitter.Emit(code, type);
        FindMissingEmitter.Emit(code, type);
        return code.Close().ToString();
    }

    private static string Noun(TypeModel type) => type.Role switch
    {
        TypeRole.Complex => "Type",
        TypeRole.Fault => "Fault detail",
        _ => "Element",
    };

    private static void EmitProperty(CodeWriter code, ElementModel element, EquatableArray<string> versions)
    {
        var cardinality = element.IsList ? "any number" : element.Required ? "required" : "optional";
        code.Summary($"Element <c>{element.Name}</c>: {element.SchemaType}, {cardinality}, "
            + $"{VersionText.Describe(element.Since, element.Until, versions)}.");
        code.Line(element.Order < 0 ? "[XmlIgnore]" : $"[XmlElement(\"{element.Name}\", Order = {element.Order})]");
        if (element.IsList)
        {
            code.Line($"public List<{ItemType(element)}> {element.PropertyName} {{ get; set; }} = new();").Line("");
            return;
        }

        code.Line($"public {ItemType(element)}? {element.PropertyName} {{ get; set; }}").Line("");
        if (element.Order >= 0)
            EmitShouldSerialize(code, element);
    }

    private static void EmitShouldSerialize(CodeWriter code, ElementModel element)
    {
        code.Summary("Keeps absent values out of what XmlSerializer writes; xsi:nil would break typed clients.");
        code.Line("[EditorBrowsable(EditorBrowsableState.Never)]");
        code.Line($"public bool ShouldSerialize{element.PropertyName}() => {element.PropertyName} is not null;").Line("");
    }

    private static string ItemType(ElementModel element) => element.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Boolean => "bool",
        ValueKind.Int => "int",
        ValueKind.Long => "long",
        ValueKind.Double => "double",
        ValueKind.DateTime => "DateTime",
        _ => element.ClassName,
    };
}
