using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>One entry of the job's list.</summary>
/// <param name="ItemKey">Its place in the list, from 0.</param>
/// <param name="Source">Address to fetch.</param>
/// <param name="Destination">Place in the company.</param>
/// <param name="Refusal">Its row when the name alone rules it out: nothing is fetched then.</param>
public sealed record UploadEntry(string ItemKey, SourceAddress Source, Destination Destination, LogRow? Refusal)
{
    /// <summary>Entries with one asset name are worked on in their order, so that the later one meets the earlier one's asset.</summary>
    public string Name => AssetNaming.BaseName(Destination.FileName);

    /// <summary>Skipped files are in no total.</summary>
    public bool Counts => Refusal?.LogType != LogTypes.UploadWarning;

    /// <summary>The entries of a checked block, in order.</summary>
    public static IReadOnlyList<UploadEntry> ListOf(UploadUrlsJob job, Company company) =>
        [.. (job.UrlArray?.Items ?? []).Select((entry, index) => Of(entry, index, company))];

    private static UploadEntry Of(UploadUrl entry, int index, Company company)
    {
        var key = index.ToString(CultureInfo.InvariantCulture);
        var source = SourceAddress.Find(entry.SourceUrl) ?? throw new ArgumentException("The entry has no legal address", nameof(entry));
        var destination = Destination.Of(company.RootPath, entry.DestPath ?? "", source);
        return new UploadEntry(key, source, destination, NameCheck.FindRefusal(company, key, destination.Folder, destination.FileName));
    }
}
