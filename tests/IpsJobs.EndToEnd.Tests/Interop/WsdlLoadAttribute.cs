using System.Reflection;
using IpsJobs.Contracts;
using Xunit.Sdk;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>Every version of the API for a program that loads WSDLs, skipped like the cases of the client matrix.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WsdlLoadAttribute : DataAttribute
{
    /// <param name="stack">Stack of the program.</param>
    /// <param name="program">What starts it.</param>
    /// <param name="file">Its path below the client programs.</param>
    public WsdlLoadAttribute(string stack, string program, string file)
    {
        (Stack, Program, File) = (stack, program, file);
        Skip = new ClientAttribute(stack, "1.1").Skip;
    }

    public string Stack { get; }

    public string Program { get; }

    public string File { get; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        ContractVersion.All.Select(version => new object[] { version.Name, Stack, Program, File });
}
