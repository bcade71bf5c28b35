using System.Reflection;
using Xunit.Sdk;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>One case of the client matrix, skipped where the stack is not installed unless all of them are required.</summary>
/// <remarks>
/// <c>dotnet test</c> must pass on a machine with nothing but the SDK; the build server installs every stack and sets
/// <c>IPSJOBS_REQUIRE_CLIENTS=1</c>, so that no case can go missing there without a word.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ClientAttribute : DataAttribute
{
    public ClientAttribute(string stack, string soap)
    {
        Stack = stack;
        Soap = soap;
        if (!AreRequired && !ClientStacks.Get(stack).IsInstalled)
            Skip = Needs;
    }

    public string Stack { get; }

    /// <summary>1.1 or 1.2.</summary>
    public string Soap { get; }

    /// <summary>Version of the WSDL that the client is given; empty for the unversioned API.</summary>
    public string Wsdl { get; init; } = "2014-04-03";

    private static bool AreRequired => Environment.GetEnvironmentVariable("IPSJOBS_REQUIRE_CLIENTS") == "1";

    private string Needs => "needs " + ClientStacks.Get(Stack).Needs;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Stack, Soap, Wsdl, Needs]];
}
