using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits the list of operations.</summary>
internal static class OperationsEmitter
{
    public static string Emit(ContractModel model)
    {
        var code = new CodeWriter("System", "System.Collections.Generic");
        code.Summary("The operations of the WSDL, in its order.");
        code.Open("public static partial class ContractOperations");
        code.Summary("All operations.");
        code.Line("public static IReadOnlyList<ContractOperation> All { get; } = new ContractOperation[]");
        code.Line("{");
        foreach (var operation in model.Operations)
        {
            code.Line($"    new(\"{operation.Name}\", \"{operation.RequestElement}\", \"{operation.ReplyElement}\",");
            code.Line($"        typeof({operation.RequestClass}), typeof({operation.ReplyClass}), ContractVersion.All[{operation.Since}],");
            code.Line($"        {operation.RequestClass}.Read, {operation.ReplyClass}.Read),");
        }

        code.Line("};").Line("");
        code.Summary("The operation called <paramref name=\"name\"/>, or null.");
        code.Open("public static ContractOperation? Find(string name) => name switch");
        for (var i = 0; i < model.Operations.Count; i++)
            code.Line($"\"{model.Operations[i].Name}\" => All[{i}],");
        code.Line("_ => null,").Close("};").Line("");
        code.Summary("The operation whose request is the element <paramref name=\"element\"/> (local name), or null.");
        code.Open("public static ContractOperation? FindByRequestElement(string element) => element switch");
        for (var i = 0; i < model.Operations.Count; i++)
            code.Line($"\"{model.Operations[i].RequestElement}\" => All[{i}],");
        return code.Line("_ => null,").Close("};").Close().ToString();
    }
}
