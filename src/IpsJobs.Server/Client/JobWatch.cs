using IpsJobs.Contracts;

namespace IpsJobs.Server.Client;

/// <summary>Follows a job until its log has an end date, as any client of the API would.</summary>
internal sealed class JobWatch(IpsClient client, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The log of the job's newest run once it has ended.</summary>
    /// <param name="companyHandle">Company of the job.</param>
    /// <param name="jobHandle">Handle as submitJob answered it.</param>
    /// <param name="report">Told the progress (0 to 100) and the phase at every look.</param>
    /// <param name="cancellationToken">Ends the watch, not the job.</param>
    public async Task<JobLog> WaitAsync(
        string companyHandle, string jobHandle, Action<int, string> report, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindLogAsync(companyHandle, jobHandle, cancellationToken) is { EndDate: not null } ended)
                return ended;
            var active = await client.CallAsync<GetActiveJobsReturn>(
                "getActiveJobs", new GetActiveJobsParam { CompanyHandle = companyHandle, JobHandle = jobHandle }, cancellationToken);
            if (active.JobArray?.Items.FirstOrDefault() is { } job)
                report(job.Progress ?? 0, job.ProgressMessage ?? "");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The newest log of the job with its rows; null when it has not started.</summary>
    public async Task<JobLog?> FindLogAsync(string companyHandle, string jobHandle, CancellationToken cancellationToken)
    {
        var reply = await client.CallAsync<GetJobLogDetailsReturn>(
            "getJobLogDetails", new GetJobLogDetailsParam { CompanyHandle = companyHandle, JobHandle = jobHandle }, cancellationToken);
        return reply.JobLogArray?.Items.FirstOrDefault();
    }
}
