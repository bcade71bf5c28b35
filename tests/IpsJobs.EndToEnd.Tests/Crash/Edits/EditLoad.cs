using System.Globalization;
using System.Xml.Linq;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;

namespace IpsJobs.EndToEnd.Tests.Crash.Edits;

/// <summary>Clients that edit side by side, and an administrator who has the emptied trash removed all the while.</summary>
internal sealed class EditLoad(ServerWorld world, IpsClient admin, int seed)
{
    private const int Clients = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private readonly List<EditClient> clients =
        [.. Enumerable.Range(1, Clients).Select(n => new EditClient(world, string.Create(CultureInfo.InvariantCulture, $"c{n}"), seed + n))];

    private int rounds;

    /// <summary>Edits that were answered.</summary>
    public int Answered => clients.Sum(c => c.Answered);

    /// <summary>Edits that kills cut off.</summary>
    public int CutOff => clients.Sum(c => c.CutOffDone + c.CutOffUndone);

    /// <summary>Shows that there was work.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Answered} edits answered, {clients.Sum(c => c.CutOffDone)} cut off and done, {clients.Sum(c => c.CutOffUndone)} undone");

    /// <summary>Brings new files to every client.</summary>
    public async Task UploadAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Upload {++rounds}");
        await world.SubmitAsync(name, $"""
            <uploadUrlsJob><urlArray>{string.Concat(clients.Select(c => c.NextFiles()))}</urlArray><overwrite>true</overwrite>
            <readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>
            """);
        await ServerWorld.UntilAsync($"{name} ends", Limit, () => Task.FromResult(HaveJobsEnded));
        StoredInstance.ListOf(world.Store).Single(i => i.OriginalName == name).Counters.FileSuccess
            .Should().Be(Clients * EditClient.FilesPerRound);
        foreach (var client in clients)
            await client.TakeOnAsync();
    }

    /// <summary>Edits until <paramref name="over"/> is raised, which is when the server is killed.</summary>
    public Task RunAsync(CancellationToken over) => Task.WhenAll(clients.Select(c => c.RunAsync(over)).Append(PurgeAsync(over)));

    /// <summary>Has everything removed that is emptied.</summary>
    public async Task PurgeAllAsync()
    {
        await PurgeAsync();
        await ServerWorld.UntilAsync("the trash is purged", Limit, () => Task.FromResult(HaveJobsEnded));
        EditedTree.Read(world.Store, ServerWorld.CompanyRoot).In(TrashStates.InEmptiedTrash).Should().BeEmpty();
    }

    /// <summary>Everything that is otherwise than answered, once a start has ended what the kill cut off.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        await ServerWorld.UntilAsync("all jobs end and staging is swept", Limit, () => Task.FromResult(HaveJobsEnded && world.IsStagingEmpty));
        return [.. clients.SelectMany(c => c.Settle()), .. new FileFindings(world).List()];
    }

    private bool HaveJobsEnded => StoredInstance.ListOf(world.Store).All(i => i.HasEnd);

    // One at a time, as the server's own schedule has it.
    private async Task PurgeAsync(CancellationToken over)
    {
        try
        {
            while (!over.IsCancellationRequested)
            {
                if (HaveJobsEnded)
                    await PurgeAsync();
                await Task.Delay(Pause, TimeProvider.System, over);
            }
        }
        catch (Exception gone) when (over.IsCancellationRequested && gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // The server was killed; the job goes on after the next start.
        }
    }

    private async Task PurgeAsync() => await admin.PostElementAsync(
        XElement.Parse(
            $"""<executeJobParam xmlns="{Wire.Latest}"><companyHandle>c|0</companyHandle><jobHandle>j|0|Cleanup||</jobHandle></executeJobParam>"""),
        CancellationToken.None);
}
