using IpsJobs.Core.Constants;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>The table of operations on jobs: for each operation and each thing that a handle may name, what is answered.</summary>
internal static class ControlTable
{
    /// <summary>Of the jobs that the columns speak of.</summary>
    public const string Name = "Nightly";

    public const int Ok = 0;
    public const int Refused = 30001;

    public static TheoryData<string, string, int> Cells => new()
    {
        { "executeJob", "recurring", Ok }, { "executeJob", "once", Ok }, { "executeJob", "live of trigger", Refused },
        { "executeJob", "live", Refused }, { "executeJob", "finished", Refused }, { "executeJob", "unknown", Refused },
        { "executeJob", "unknown instance", Refused },
        { "pauseJob", "recurring", Ok }, { "pauseJob", "once", Ok }, { "pauseJob", "live of trigger", Ok },
        { "pauseJob", "live", Refused }, { "pauseJob", "finished", Refused }, { "pauseJob", "unknown", Refused },
        { "pauseJob", "unknown instance", Refused },
        { "resumeJob", "recurring", Ok }, { "resumeJob", "once", Ok }, { "resumeJob", "live of trigger", Ok },
        { "resumeJob", "live", Refused }, { "resumeJob", "finished", Refused }, { "resumeJob", "unknown", Refused },
        { "resumeJob", "unknown instance", Refused },
        { "stopJob", "recurring", Ok }, { "stopJob", "once", Ok }, { "stopJob", "live of trigger", Ok },
        { "stopJob", "live", Ok }, { "stopJob", "finished", Ok }, { "stopJob", "unknown", Refused },
        { "stopJob", "unknown instance", Refused },
        { "deleteJob", "recurring", Ok }, { "deleteJob", "once", Ok }, { "deleteJob", "live of trigger", Ok },
        { "deleteJob", "live", Ok }, { "deleteJob", "finished", Refused }, { "deleteJob", "unknown", Refused },
        { "deleteJob", "unknown instance", Refused },
    };

    /// <summary>Makes what the column of the table speaks of.</summary>
    /// <returns>Its handle.</returns>
    public static async Task<string> PrepareAsync(ControlledServer server, Tenant tenant, string subject)
    {
        switch (subject)
        {
            case "recurring":
                await tenant.SubmitEveryNightAsync(Name);
                return tenant.Scheduled(Name);
            case "once":
                await tenant.SubmitOnceAsync(Name);
                return tenant.Scheduled(Name);
            case "live of trigger":
                server.Brake.Hold(Name, LogTypes.TotalFileCount);
                await tenant.SubmitEveryNightAsync(Name);
                await tenant.ControlAsync("executeJob", tenant.Scheduled(Name));
                return Tenant.Value(await tenant.WaitForAsync(Name, "Running"), "jobHandle");
            case "live":
                server.Brake.Hold(Name, LogTypes.TotalFileCount);
                await tenant.SubmitAsync(Name, Tenant.Incremental);
                return Tenant.Value(await tenant.WaitForAsync(Name, "Running"), "jobHandle");
            case "finished":
                await tenant.SubmitAsync(Name, Tenant.Incremental);
                return Tenant.Value((await tenant.WaitForEndAsync(Name))[0], "jobHandle");
            case "unknown":
                return tenant.Scheduled("Nothing");
            default:
                return $"j|{tenant.CompanyId}||Nothing_2024-01-01-00:00:00.000|999999";
        }
    }
}
