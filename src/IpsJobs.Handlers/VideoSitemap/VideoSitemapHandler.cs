using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Properties;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Tells search engines of a company's videos; as a job of the system, of the videos of every company that wants it nightly.</summary>
public sealed class VideoSitemapHandler(
    IAccountDirectory accounts, IPropertySets properties, SitemapSource source, SitemapFiles files) : IJobHandler
{
    private static readonly LocalizedMessage Phase = new("Progress.ProcessingFiles");
    private readonly SitemapWriter sitemaps = new();

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        run.Checkpoint();
        run.Report(0, Phase);
        var force = run.Block is CreateVideoSitemapJob { ForceUpdate: true };
        var work = new List<SitemapWork>();
        foreach (var company in await CompaniesAsync(run, cancellationToken))
            if (await FindSettingsAsync(company, cancellationToken) is { WritesAnything: true } settings && (settings.IsAutomatic || force))
                work.Add(await PlanAsync(run, company, settings, cancellationToken));
        if (work.Count == 0)
            run.End.Message = new LocalizedMessage("Log.Sitemap.Nothing");
        await run.SetTotalAsync(work.Sum(w => w.ItemCount), cancellationToken);
        foreach (var company in work)
            await WriteAsync(run, company, cancellationToken);
    }

    private async Task<IReadOnlyList<Company>> CompaniesAsync(JobRun run, CancellationToken cancellationToken) =>
        run.Company.CompanyId != SystemJobs.CompanyId
            ? [run.Company]
            : [.. (await accounts.ListCompaniesAsync(cancellationToken)).Where(c => !c.IsExpired(run.UtcNow))];

    private async Task<SeoSettings> FindSettingsAsync(Company company, CancellationToken cancellationToken)
    {
        var sets = await properties.ListAsync(company.CompanyId, PropertySetTypeNames.VideoSeoSettings, cancellationToken);
        return SeoSettings.Of(sets.Count > 0 ? sets[0] : null);
    }

    private async Task<SitemapWork> PlanAsync(JobRun run, Company company, SeoSettings settings, CancellationToken cancellationToken)
    {
        var (entries, rows) = await source.CollectAsync(run, company, settings, cancellationToken);
        var isRefused = rows.Any(row => row.LogType == LogTypes.UploadError);
        var written = new List<(string Name, Action<Stream> Write)>();
        if (settings.WritesSitemap && !isRefused)
            written.AddRange(sitemaps.Files(entries));
        if (settings.WritesFeed && !isRefused)
            written.Add((FeedWriter.FileName, stream => FeedWriter.Write(stream, company.Name, entries)));
        return new SitemapWork(company, rows, written, settings.MarkForPublish);
    }

    private async Task WriteAsync(JobRun run, SitemapWork work, CancellationToken cancellationToken)
    {
        foreach (var row in work.Rows)
            await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
        foreach (var (name, write) in work.Files)
        {
            run.Checkpoint();
            await files.CommitAsync(run, work.Company, name, write, work.MarkForPublish, cancellationToken);
        }
    }
}
