using System.Collections.Immutable;
using IpsJobs.Contracts.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpsJobs.Contracts.Tests.Generator;

/// <summary>Runs the generator on files of the contract, keeping its step cache from run to run.</summary>
internal sealed class GeneratorRun
{
    private static readonly GeneratorDriverOptions Tracking =
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    private GeneratorDriver _driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], driverOptions: Tracking);
    private ImmutableArray<AdditionalText> _files = [];
    private CSharpCompilation _compilation = CSharpCompilation.Create("Contract");

    public static string Wsdl => ReadText(ContractResources.OpenWsdl());

    public static string Versions => ReadText(ContractResources.OpenVersions());

    public GeneratorRunResult Run(string? wsdl, string? versions)
    {
        ImmutableArray<AdditionalText> files = [.. Texts(wsdl, "IpsApi-2014-04-03.wsdl"), .. Texts(versions, "IpsApi-versions.tsv")];
        _driver = _driver.ReplaceAdditionalTexts(files).RunGenerators(_compilation);
        _files = files;
        return _driver.GetRunResult().Results.Single();
    }

    /// <summary>Runs again after an edit of other code.</summary>
    public GeneratorRunResult RunAgain()
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;"));
        _driver = _driver.ReplaceAdditionalTexts(_files).RunGenerators(_compilation);
        return _driver.GetRunResult().Results.Single();
    }

    private static IEnumerable<AdditionalText> Texts(string? text, string path) => text is null ? [] : [new TextFile(path, text)];

    private static string ReadText(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
