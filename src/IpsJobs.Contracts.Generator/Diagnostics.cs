using Microsoft.CodeAnalysis;

namespace IpsJobs.Contracts.Generator;

/// <summary>What the generator reports; all are build errors, because half a contract is worse than none.</summary>
internal static class Diagnostics
{
    public const string MissingWsdlId = "IPSGEN001";
    public const string InvalidWsdlId = "IPSGEN002";
    public const string MissingVersionsId = "IPSGEN003";
    public const string InvalidVersionsId = "IPSGEN004";

    private static readonly DiagnosticDescriptor MissingWsdl = Error(
        MissingWsdlId, "The WSDL is missing", "List one file that ends in .wsdl as AdditionalFiles{0}");

    private static readonly DiagnosticDescriptor InvalidWsdl = Error(
        InvalidWsdlId, "The WSDL is invalid", "The contract cannot be read from the WSDL: {0}");

    private static readonly DiagnosticDescriptor MissingVersions = Error(
        MissingVersionsId, "The versions file is missing", "List one file that ends in -versions.tsv as AdditionalFiles{0}");

    private static readonly DiagnosticDescriptor InvalidVersions = Error(
        InvalidVersionsId, "The versions file is invalid", "The versions file cannot be used: {0}");

    public static DiagnosticDescriptor Get(string id) => id switch
    {
        MissingWsdlId => MissingWsdl,
        MissingVersionsId => MissingVersions,
        InvalidVersionsId => InvalidVersions,
        _ => InvalidWsdl,
    };

    private static DiagnosticDescriptor Error(string id, string title, string format) =>
        new(id, title, format, "Contract", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
