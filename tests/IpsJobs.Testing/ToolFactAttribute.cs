using Xunit;

namespace IpsJobs.Testing;

/// <summary>A test that needs programs of the machine. It is skipped, saying which, when one is missing, unless <c>IPSJOBS_REQUIRE_TOOLS=1</c>.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="programs">Names on the search path.</param>
    public ToolFactAttribute(params string[] programs)
    {
        var missing = programs.Where(p => !IsInstalled(p)).ToList();
        if (missing.Count > 0 && Environment.GetEnvironmentVariable("IPSJOBS_REQUIRE_TOOLS") != "1")
            Skip = "Not installed: " + string.Join(", ", missing);
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(directory => File.Exists(Path.Combine(directory, program)));
}
