using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>The stacks whose clients the server is tested with.</summary>
internal static class ClientStacks
{
    // Debian's own Python: the packages are not there for another one that stands before it on PATH.
    private const string Python = "/usr/bin/python3";

    private static readonly ClientStack[] All =
    [
        new("curl", "curl", ["bash", File("curl", "client.sh")], ["bash", Sample("curl", "submit.sh")], ["curl", "--version"]),
        new("zeep", "python3-zeep", [Python, File("python", "zeep_client.py")], [Python, Sample("python", "zeep_submit.py")], ImportProbe("zeep")),
        new("suds", "python3-suds", [Python, File("python", "suds_client.py")], [Python, Sample("python", "suds_submit.py")], ImportProbe("suds")),
        new("php", "php-cli, php-soap", ["php", File("php", "client.php")], ["php", Sample("php", "submit.php")],
            ["php", "-r", "exit((int) !class_exists('SoapClient'));"]),
        new("node-soap", "npm soap", ["node", File("node", "soap.js")], ["node", Sample("node", "soap.js")],
            ["node", "-e", "require.resolve('soap')"]),
        new("strong-soap", "npm strong-soap", ["node", File("node", "strong-soap.js")], ["node", Sample("node", "strong-soap.js")],
            ["node", "-e", "require.resolve('strong-soap')"]),
        new("perl", "libsoap-lite-perl", ["perl", File("perl", "client.pl")], ["perl", Sample("perl", "submit.pl")], ["perl", "-MSOAP::Lite", "-e", "1"]),
        new("gsoap", "gsoap, libgsoap-dev, gcc, curl", ["bash", File("gsoap", "run.sh")], ["bash", Sample("gsoap", "run.sh")],
            ["sh", "-c", "command -v wsdl2h && command -v soapcpp2 && command -v gcc && command -v curl && test -e /usr/include/stdsoap2.h"]),
        new("java", "libjaxws-java, default-jdk-headless", ["bash", File("java", "run.sh")], ["bash", Sample("java", "run.sh")],
            ["sh", "-c", "command -v java && command -v javac && test -e /usr/share/java/jaxws-tools.jar"]),
    ];

    public static IEnumerable<ClientStack> Every => All;

    /// <exception cref="ArgumentException">There is no stack of that name.</exception>
    public static ClientStack Get(string name) =>
        Array.Find(All, stack => stack.Name == name) ?? throw new ArgumentException($"There is no client stack '{name}'.", nameof(name));

    private static string File(params string[] parts) => RepositoryFolder.Of(["tests", "Interop", .. parts]);

    private static string Sample(params string[] parts) => RepositoryFolder.Of(["samples", "clients", .. parts]);

    private static string[] ImportProbe(string module) =>
        [Python, "-c", $"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"];
}
