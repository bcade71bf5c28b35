using System.Globalization;
using IpsJobs.Benchmarks.Ingest;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;

namespace IpsJobs.Benchmarks.Publish;

/// <summary>The one target of the company, which moves from folder to folder; every folder is a new target to the server.</summary>
internal sealed class PublishTarget(IngestServer server)
{
    private const int CompanyId = 47;
    private int jobs;

    /// <summary>The store's files, as rsync takes them.</summary>
    public string Originals => server.Data.Originals("Bench/").Root;

    public async Task MoveToAsync(string folder)
    {
        var contexts = await server.Get<IAccountDirectory>().ListContextsAsync(CompanyId, CancellationToken.None);
        var context = contexts.First(c => c.Type == PublishContextTypes.ImageServing);
        foreach (var old in await server.Get<IAccountDirectory>().ListServersAsync(context.ContextId, CancellationToken.None))
            if (old.IsActive)
                await server.Get<IAccountAdministration>().RemoveServerAsync(old.ServerId, CancellationToken.None);
        await server.Get<IAccountAdministration>().AddServerAsync(context.ContextId, Path.GetRelativePath("/", folder), folder, CancellationToken.None);
    }

    /// <returns>Seconds from the request to the End row.</returns>
    public async Task<double> PublishAsync(string publishType, int expected)
    {
        var name = "Publish " + (++jobs).ToString(CultureInfo.InvariantCulture);
        var (time, log) = await server.RunAsync(
            name, $"<imageServingPublishJob><publishType>{publishType}</publishType><emailSetting>None</emailSetting></imageServingPublishJob>");
        return log.Counters.FileSuccess == expected && log.Counters.FileError == 0
            ? time.TotalSeconds
            : throw new InvalidOperationException($"{log.Counters.FileSuccess} of {expected} files were published: {log.Outcome}");
    }
}
