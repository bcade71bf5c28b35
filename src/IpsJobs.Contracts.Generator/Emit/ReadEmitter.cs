using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits <c>Read</c>: children by name in any order, each single one at most once.</summary>
internal static class ReadEmitter
{
    public static void Emit(CodeWriter code, TypeModel type)
    {
        code.Summary("Reads the element that the reader stands on and leaves the reader behind its end.");
        code.Line("/// <exception cref=\"ContractFormatException\">The content is not of this type.</exception>");
        code.Open($"public static {type.ClassName} Read(ContractReader reader)");
        code.Line($"var value = new {type.ClassName}();");
        code.Line("if (!reader.Enter(out var parent))");
        code.Line("    return value;");
        if (type.Elements.Count > 0)
            code.Line("ulong seen = 0;");
        code.Open("while (reader.NextChild(parent))");
        if (type.Elements.Count == 0)
            code.Line("throw reader.Unknown(parent);");
        else
            EmitSwitch(code, type);
        code.Close().Line("").Line("return value;").Close().Line("");
    }

    private static void EmitSwitch(CodeWriter code, TypeModel type)
    {
        code.Open("switch (reader.Name)");
        for (var i = 0; i < type.Elements.Count; i++)
            EmitCase(code, type.Elements[i], i);
        code.Line("default:").Line("    throw reader.Unknown(parent);").Close();
    }

    private static void EmitCase(CodeWriter code, ElementModel element, int index)
    {
        var limits = element.IsInEveryVersion ? "" : $", {element.Since}, {element.Until}";
        code.Line($"case \"{element.Name}\":");
        code.Line($"    reader.{(element.IsList ? "Repeat" : "Once")}(ref seen, {index}, parent{limits});");
        code.Line("    " + Assign(element));
        code.Line("    break;");
    }

    private static string Assign(ElementModel element)
    {
        var target = "value." + element.PropertyName;
        if (element.Kind == ValueKind.Complex)
        {
            return element.IsList
                ? $"if (!reader.SkipNil()) {target}.Add({element.ClassName}.Read(reader));"
                : $"{target} = reader.SkipNil() ? null : {element.ClassName}.Read(reader);";
        }

        var method = element.Kind.ToString();
        return element.IsList
            ? $"if (reader.Read{method}() is {{ }} item{element.PropertyName}) {target}.Add(item{element.PropertyName});"
            : $"{target} = reader.Read{method}();";
    }
}
