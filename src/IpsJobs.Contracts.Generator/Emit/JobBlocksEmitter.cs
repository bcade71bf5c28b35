using System;
using System.Collections.Generic;
using System.Linq;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits access to the job blocks: the elements, one per job type, of which a submission has exactly one.</summary>
internal static class JobBlocksEmitter
{
    private const string Submission = "submitJobParam";
    private static readonly string[] Echoes = ["ActiveJob", "ScheduledJob"];

    public static string Emit(ContractModel model)
    {
        var submitted = BlocksOf(model, Submission);
        var all = submitted.Concat(Echoes.SelectMany(echo => BlocksOf(model, echo)))
            .GroupBy(element => element.Name).Select(group => group.First()).ToArray();
        var code = new CodeWriter("System.Collections.Generic");
        code.Open("public static partial class JobBlocks");
        code.Summary("The blocks that can be submitted, in the order of the WSDL, then those that only running jobs have.");
        code.Line("public static IReadOnlyList<string> ElementNames { get; } = new[]");
        code.Line($"    {{ {string.Join(", ", all.Select(element => $"\"{element.Name}\""))} }};").Line("");
        EmitPresent(code, submitted);
        foreach (var echo in Echoes)
            EmitAttach(code, echo, BlocksOf(model, echo));
        code.Open("private static IContractType? Read(string elementName, ContractReader reader) => elementName switch");
        foreach (var element in all)
            code.Line($"\"{element.Name}\" => {element.ClassName}.Read(reader),");
        return code.Line("_ => null,").Close("};").Close().ToString();
    }

    // Every type has its block under its own name: ImageServingPublishJob in imageServingPublishJob.
    private static ElementModel[] BlocksOf(ContractModel model, string type) =>
        model.Types.Where(candidate => candidate.Name == type).SelectMany(candidate => candidate.Elements)
            .Where(element => element.Kind == ValueKind.Complex && element.ClassName == element.PropertyName
                && element.ClassName.EndsWith("Job", StringComparison.Ordinal))
            .ToArray();

    private static void EmitPresent(CodeWriter code, IEnumerable<ElementModel> blocks)
    {
        code.Summary("The blocks that the submission has, in the order of the WSDL; a valid one has exactly one.");
        code.Open($"public static IReadOnlyList<JobBlock> Present({Naming.Pascal(Submission)} submission)");
        code.Line("var present = new List<JobBlock>(1);");
        foreach (var block in blocks)
        {
            code.Line($"if (submission.{block.PropertyName} is not null)");
            code.Line($"    present.Add(new JobBlock(\"{block.Name}\", submission.{block.PropertyName}));");
        }

        code.Line("return present;").Close().Line("");
    }

    private static void EmitAttach(CodeWriter code, string echo, IEnumerable<ElementModel> blocks)
    {
        code.Summary($"Shows the block in the job; a block that <see cref=\"{echo}\"/> has no element for is left out.");
        code.Open($"public static void Attach({echo} job, JobBlock block)");
        code.Open("switch (block.Block)");
        foreach (var block in blocks)
        {
            code.Line($"case {block.ClassName} typed:");
            code.Line($"    job.{block.PropertyName} = typed;");
            code.Line("    break;");
        }

        code.Close().Close().Line("");
    }
}
