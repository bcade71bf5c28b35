using System.Linq;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits <c>FindMissing</c>: the first required element that has no value, depth first in schema order.</summary>
internal static class FindMissingEmitter
{
    public static void Emit(CodeWriter code, TypeModel type)
    {
        code.Line("/// <inheritdoc/>");
        code.Open("public string? FindMissing(ContractVersion version)");
        if (type.Elements.Any(element => element.Kind == ValueKind.Complex))
            code.Line("string? inner;");
        foreach (var element in type.Elements)
        {
            if (element.Required)
                EmitRequired(code, element);
            if (element.Kind == ValueKind.Complex)
                EmitInner(code, element);
        }

        code.Line("return null;").Close();
    }

    private static void EmitRequired(CodeWriter code, ElementModel element)
    {
        var absent = element.IsList ? $"{element.PropertyName}.Count == 0"
            : element.Kind == ValueKind.String ? $"string.IsNullOrEmpty({element.PropertyName})"
            : $"{element.PropertyName} is null";
        var guard = element.IsInEveryVersion ? "" : $"version.Has({element.Since}, {element.Until}) && ";
        code.Line($"if ({guard}{absent})");
        code.Line($"    return \"{element.Name}\";");
    }

    // What a client sends inside an element that its version lacks must be complete all the same: it will be used.
    private static void EmitInner(CodeWriter code, ElementModel element)
    {
        code.Line($"inner = MissingElements.In(\"{element.Name}\", {element.PropertyName}, version);");
        code.Line("if (inner is not null)");
        code.Line("    return inner;");
    }
}
