using Xunit;

namespace IpsJobs.Testing;

/// <summary>As <see cref="ToolFactAttribute"/>, with data.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <param name="programs">Names on the search path.</param>
    public ToolTheoryAttribute(params string[] programs) => Skip = new ToolFactAttribute(programs).Skip;
}
