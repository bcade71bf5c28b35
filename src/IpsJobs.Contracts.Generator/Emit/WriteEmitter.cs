using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits <c>WriteContent</c>: children in schema order, those of the writer's version only.</summary>
internal static class WriteEmitter
{
    public static void Emit(CodeWriter code, TypeModel type)
    {
        code.Line("/// <inheritdoc/>");
        code.Open("public void WriteContent(ContractWriter writer)");
        foreach (var element in type.Elements)
        {
            if (!element.IsInEveryVersion)
                code.Line($"if (writer.Has({element.Since}, {element.Until}))");
            code.Line((element.IsInEveryVersion ? "" : "    ") + $"writer.{Method(element)}(\"{element.Name}\", {element.PropertyName});");
        }

        code.Close().Line("");
    }

    private static string Method(ElementModel element)
    {
        if (element.IsList)
            return "WriteList";
        return element.Required ? "WriteRequired" : "WriteOptional";
    }
}
