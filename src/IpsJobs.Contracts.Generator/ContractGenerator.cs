using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IpsJobs.Contracts.Generator.Emit;
using IpsJobs.Contracts.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IpsJobs.Contracts.Generator;

/// <summary>Makes the contract's types, codec and service interface from the WSDL and the versions file.</summary>
[Generator]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that parses both files, by which a test can ask whether its result was cached.</summary>
    public const string ModelStep = "ContractModel";

    /// <summary>The name of the step that splits the model into types.</summary>
    public const string TypeStep = "ContractType";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var result = Texts(context, ".wsdl")
            .Combine(Texts(context, "-versions.tsv"))
            .Select(static (texts, _) => Parse(texts.Left, texts.Right))
            .WithTrackingName(ModelStep);
        var types = result
            .SelectMany(static (parsed, _) => parsed.Model is { } model ? [.. model.Types] : ImmutableArray<TypeModel>.Empty)
            .WithTrackingName(TypeStep);

        context.RegisterSourceOutput(result, EmitShared);
        context.RegisterSourceOutput(
            types.Combine(result.Select(static (parsed, _) => parsed.Model?.Versions ?? default)),
            static (output, pair) => output.AddSource(pair.Left.ClassName + ".g.cs", TypeEmitter.Emit(pair.Left, pair.Right)));
    }

    private static IncrementalValueProvider<EquatableArray<string>> Texts(
        IncrementalGeneratorInitializationContext context, string ending) =>
        context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .Select(static (file, token) => file.GetText(token)?.ToString() ?? "")
            .Collect()
            .Select(static (texts, _) => new EquatableArray<string>(texts));

    private static ParseResult Parse(EquatableArray<string> wsdl, EquatableArray<string> versions)
    {
        if (wsdl.Count != 1)
            return new ParseResult(null, new Problem(Diagnostics.MissingWsdlId, Found(wsdl.Count)));
        if (versions.Count != 1)
            return new ParseResult(null, new Problem(Diagnostics.MissingVersionsId, Found(versions.Count)));
        try
        {
            return new ParseResult(ContractModelBuilder.Build(wsdl[0], versions[0]), null);
        }
        catch (ContractSourceException exception)
        {
            return new ParseResult(null, new Problem(exception.Id, exception.Message));
        }
    }

    private static string Found(int count) => count == 0 ? "" : $" (there are {count})";

    private static void EmitShared(SourceProductionContext output, ParseResult result)
    {
        if (result.Problem is { } problem)
            output.ReportDiagnostic(Diagnostic.Create(Diagnostics.Get(problem.Id), Location.None, problem.Detail));
        if (result.Model is not { } model)
            return;
        output.AddSource("ContractVersion.g.cs", VersionsEmitter.Emit(model));
        output.AddSource("ContractOperations.g.cs", OperationsEmitter.Emit(model));
        output.AddSource("IIpsApi.g.cs", ServiceEmitter.Emit(model));
        output.AddSource("JobBlocks.g.cs", JobBlocksEmitter.Emit(model));
    }
}
