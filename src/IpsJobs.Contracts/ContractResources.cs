namespace IpsJobs.Contracts;

/// <summary>The files of the contract, as they were when this library was built.</summary>
public static class ContractResources
{
    /// <summary>The WSDL of the latest version, the source of everything else.</summary>
    public static Stream OpenWsdl() => Open("IpsApi.wsdl");

    /// <summary>The tab-separated table of what other versions lack or have besides.</summary>
    public static Stream OpenVersions() => Open("IpsApi-versions.tsv");

    private static Stream Open(string name) =>
        typeof(ContractResources).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource {name} was not built in.");
}
