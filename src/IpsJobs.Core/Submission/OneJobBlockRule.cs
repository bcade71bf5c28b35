using IpsJobs.Contracts;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Submission;

/// <summary>A request carries exactly one job block; the API documents it so.</summary>
public static class OneJobBlockRule
{
    /// <exception cref="RuleViolationException">30002 for none, 30001 for several.</exception>
    public static JobBlock Check(SubmitJobParam param)
    {
        var present = JobBlocks.Present(param);
        return present.Count switch
        {
            1 => present[0],
            0 => throw Violations.Missing("job block"),
            _ => throw Violations.OnlyOneOf(string.Join(", ", present.Select(b => b.ElementName))),
        };
    }
}
