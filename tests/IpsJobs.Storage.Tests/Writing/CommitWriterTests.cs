using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>Group commit on a SQLite file: who is answered, and what is undone.</summary>
public sealed class CommitWriterTests : StoreTest
{
    private const string Insert = """INSERT INTO "Settings" ("Name", "Value") VALUES (?1, 1)""";

    protected override IReadOnlyDictionary<string, string?> Settings => SqliteSettings.Values;

    private CommitWriter Writer => Services.GetRequiredService<CommitWriter>();

    [Fact]
    public async Task Run_UndoesOnlyTheFailedOperation_WhenItHadWritten()
    {
        var (batch, release) = Held();
        var before = Writer.RunAsync(s => s.Execute(Insert, "before"), None);
        var bad = Writer.RunAsync<int>(s => throw new InvalidOperationException("rule " + s.Execute(Insert, "bad")), None);
        var after = Writer.RunAsync(s => s.Execute(Insert, "after"), None);
        release.Set();

        await Task.WhenAll(batch, before, after);
        (await ((Func<Task>)(() => bad)).Should().ThrowAsync<InvalidOperationException>()).WithMessage("rule 1");
        (await NamesAsync()).Should().BeEquivalentTo(["AccountRevision", "before", "after"]);
    }

    [Fact]
    public async Task Run_FailsOnlyItsCaller_WhenAConstraintIsBroken()
    {
        var (batch, release) = Held();
        var first = Writer.RunAsync(s => s.Execute(Insert, "x"), None);
        var twin = Writer.RunAsync(s => s.Execute(Insert, "x"), None);
        release.Set();

        await Task.WhenAll(batch, first);
        await ((Func<Task>)(() => twin)).Should().ThrowAsync<SqliteException>();
        (await NamesAsync()).Should().BeEquivalentTo(["AccountRevision", "x"]);
    }

    [Fact]
    public async Task Run_TellsEverybody_WhenTheTransactionIsLost()
    {
        var (batch, release) = Held();
        var good = Writer.RunAsync(s => s.Execute(Insert, "good"), None);
        var fatal = Writer.RunAsync<int>(
            s =>
            {
                s.Rollback();
                throw new InvalidOperationException("lost");
            },
            None);
        release.Set();
        await batch;

        await ((Func<Task>)(() => good)).Should().ThrowAsync<StoreUnavailableException>();
        await ((Func<Task>)(() => fatal)).Should().ThrowAsync<StoreUnavailableException>();
        (await NamesAsync()).Should().BeEquivalentTo(["AccountRevision"]);
        await Writer.RunAsync(s => s.Execute(Insert, "next"), None);
        (await NamesAsync()).Should().Contain("next", "the next batch has a new connection");
    }

    [Fact]
    public async Task Run_TellsEverybody_WhenTheCommitFails()
    {
        var (batch, release) = Held();
        // A reference that is checked at the commit only.
        var broken = Writer.RunAsync(
            s => s.Execute("PRAGMA defer_foreign_keys = ON")
                + s.Execute("""INSERT INTO "Memberships" ("UserId", "CompanyId", "Role", "IsActive") VALUES (99, 99, 'r', 1)"""),
            None);
        var good = Writer.RunAsync(s => s.Execute(Insert, "good"), None);
        release.Set();
        await batch;

        await ((Func<Task>)(() => broken)).Should().ThrowAsync<StoreUnavailableException>();
        await ((Func<Task>)(() => good)).Should().ThrowAsync<StoreUnavailableException>();
        (await NamesAsync()).Should().BeEquivalentTo(["AccountRevision"]);
    }

    [Fact]
    public async Task Run_SkipsTheOperation_WhenItsCallerLeavesWhileItWaits()
    {
        using var leaving = new CancellationTokenSource();
        var (batch, release) = Held();
        var left = Writer.RunAsync(s => s.Execute(Insert, "left"), leaving.Token);
        await leaving.CancelAsync();
        release.Set();
        await batch;

        await ((Func<Task>)(() => left)).Should().ThrowAsync<OperationCanceledException>();
        (await NamesAsync()).Should().NotContain("left");
    }

    [Fact]
    public async Task Run_IsRefused_WhenTheServiceHasShutDown()
    {
        var writer = Writer;
        await writer.DisposeAsync();

        await ((Func<Task>)(() => writer.RunAsync(s => s.Execute(Insert, "late"), None))).Should().ThrowAsync<StoreUnavailableException>();
    }

    [Fact]
    public async Task Dispose_CommitsWhatHasArrived_WhenOperationsWait()
    {
        var all = Enumerable.Range(0, 2000).Select(i => Writer.RunAsync(s => s.Execute(Insert, "n" + i), None)).ToList();

        await Writer.DisposeAsync();

        await Task.WhenAll(all);
        (await NamesAsync()).Should().HaveCount(2001);
    }

    [Fact]
    public async Task AfterCommit_IsForgotten_WhenTheOperationFails()
    {
        var calls = new List<string>();
        var (batch, release) = Held();
        var good = Writer.RunAsync(s => s.AfterCommit(() => calls.Add("good")), None);
        var bad = Writer.RunAsync<int>(
            s =>
            {
                s.AfterCommit(() => calls.Add("bad"));
                throw new InvalidOperationException("rule " + s.Execute(Insert, "bad"));
            },
            None);
        release.Set();

        await Task.WhenAll(batch, good);
        await ((Func<Task>)(() => bad)).Should().ThrowAsync<InvalidOperationException>();
        calls.Should().Equal("good");
    }

    [Fact]
    public async Task Log_StaysSmall_WhenThousandsOfCommitsRun()
    {
        for (var round = 0; round < 40; round++)
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Jobs.AddInstanceAsync(AJob.New(), None)));
        for (var i = 0; i < 1000; i++)
            await Jobs.AddInstanceAsync(AJob.New("single"), None);

        new FileInfo(Path.Combine(Folder, "ips.db-wal")).Length.Should().BeLessThan(16 * 1024 * 1024);
        (await Recovery.ListLiveAsync(None)).Should().HaveCount(5000);
    }

    [Fact]
    public async Task Store_CommitsDurably_WhenItsSettingsAreAsked()
    {
        var settings = await Writer.RunAsync(
            s => (Sync: s.Number("PRAGMA synchronous"), Keys: s.Number("PRAGMA foreign_keys"),
                Mode: s.Find("PRAGMA journal_mode", r => r.GetString(0))),
            None);

        settings.Should().Be((2L, 1L, "wal"));
    }

    [Fact]
    public async Task Run_KeepsInMemoryWhatAStatementMayUndo_WhenItChangesManyPages()
    {
        const long Memory = 2;
        (await Writer.RunAsync(s => s.Number("PRAGMA temp_store"), None)).Should().Be(Memory);
    }

    // Keeps the writer busy, so that what is added until the release shares one commit.
    private (Task Batch, ManualResetEventSlim Release) Held()
    {
        var running = new ManualResetEventSlim();
        var release = new ManualResetEventSlim();
        var batch = Writer.RunAsync(
            _ =>
            {
                running.Set();
                release.Wait();
            },
            None);
        running.Wait();
        return (batch, release);
    }

    private async Task<List<string>> NamesAsync()
    {
        await using var db = Tables();
        return await db.Settings.Select(s => s.Name).ToListAsync();
    }
}
