using Xunit;

namespace IpsJobs.Testing.Smtp;

/// <summary>A test against a real mail server, skipped where none is installed unless the build server requires all.</summary>
public sealed class SmtpServerFactAttribute : FactAttribute
{
    public SmtpServerFactAttribute()
    {
        if (!SmtpServer.IsInstalled && Environment.GetEnvironmentVariable("IPSJOBS_REQUIRE_CLIENTS") != "1")
            Skip = SmtpServer.Needs;
    }
}
