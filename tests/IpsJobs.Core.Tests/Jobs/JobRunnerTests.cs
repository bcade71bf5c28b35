using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class JobRunnerTests : IDisposable
{
    private readonly JobWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_EndsCompletedAndMails_WhenTheHandlerFinishes()
    {
        var end = await RunAsync();

        end.Outcome.Should().Be(JobOutcome.Completed);
        end.Rows.Should().ContainSingle().Which.LogType.Should().Be(LogTypes.EndImageServingPublish);
        end.Mail!.Recipient.Should().Be("user1@example.com");
        end.Mail.Locale.Should().Be("fr-FR");
    }

    [Fact]
    public async Task Run_EndsFatal_WhenTheHandlerCannotGoOn()
    {
        world.JobType.Work = _ => throw new FatalJobException(new LocalizedMessage("Log.Fatal.NoTarget"));

        var end = await RunAsync();

        end.Outcome.Should().Be(JobOutcome.Fatal);
        end.Rows.Select(r => r.LogType).Should().Equal(LogTypes.FatalError, LogTypes.EndImageServingPublish);
        end.Rows[0].Message.Key.Should().Be("Log.Fatal.NoTarget");
    }

    [Fact]
    public async Task Run_HidesTheDetail_WhenTheHandlerFailsUnexpectedly()
    {
        world.JobType.Work = _ => throw new InvalidOperationException("secret path");

        var end = await RunAsync();

        end.Outcome.Should().Be(JobOutcome.Fatal);
        end.Rows[0].Message.Key.Should().Be("Log.Fatal.Unexpected");
        end.Rows[0].Message.Arguments.Should().NotContain(a => a.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NamesWhoStopped_WhenACheckpointFindsAStop()
    {
        await SubmitAsync();
        await world.Store.StartInstanceAsync(new InstanceStart(1, "worker", [], Note()), default);
        await world.Store.RequestStopAsync(1, "boss@example.com", default);
        world.JobType.Work = run =>
        {
            run.Checkpoint();
            return Task.CompletedTask;
        };

        await world.Runner.RunAsync(1, default);

        var end = world.Store.Ends.Should().ContainSingle().Subject;
        end.Outcome.Should().Be(JobOutcome.Stopped);
        end.Rows[0].Message.Arguments.Should().Equal("boss@example.com");
    }

    [Fact]
    public async Task Run_WritesTheLogWithoutWork_WhenItWasStoppedWhileWaiting()
    {
        await SubmitAsync();
        await world.Store.RequestStopAsync(1, "boss@example.com", default);
        world.JobType.Work = _ => throw new InvalidOperationException("must not work");

        await world.Runner.RunAsync(1, default);

        var end = world.Store.Ends.Should().ContainSingle().Subject;
        end.Outcome.Should().Be(JobOutcome.Stopped);
        end.Rows.Select(r => r.LogType).Should().Equal(
            LogTypes.BeginImageServingPublish, LogTypes.OriginalJobName, LogTypes.JobClient, LogTypes.JobType, LogTypes.EndImageServingPublish);
    }

    [Fact]
    public async Task Run_ClosesTheInstance_WhenItWasInterruptedTooOften()
    {
        await SubmitAsync();
        world.Store.Put(world.Store.Instances[0] with { State = InstanceState.Running, StartUtc = world.Clock.UtcNow, Interruptions = 2 });
        world.JobType.Work = _ => throw new InvalidOperationException("must not work");

        await world.Runner.RunAsync(1, default);

        world.Store.Ends.Should().ContainSingle().Which.Rows[0].Message.Key.Should().Be("Log.Fatal.Interrupted");
    }

    [Fact]
    public async Task Run_LeavesTheInstanceRunning_WhenTheServiceShutsDown()
    {
        await SubmitAsync();
        using var shutdown = new CancellationTokenSource();
        world.JobType.Work = _ =>
        {
            shutdown.Cancel();
            shutdown.Token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        };

        (await world.Runner.RunAsync(1, shutdown.Token)).Should().BeNull();

        world.Store.Ends.Should().BeEmpty();
        world.Store.Instances[0].State.Should().Be(InstanceState.Running);
    }

    [Fact]
    public async Task Run_EndsNothing_WhenTheHandlerWaitsForItsClient()
    {
        await SubmitAsync();
        string? staging = null;
        world.JobType.Work = run =>
        {
            staging = run.StagingDirectory;
            throw new JobRestsException(run.Instance.InstanceId);
        };

        (await world.Runner.RunAsync(1, default)).Should().BeNull();

        world.Store.Ends.Should().BeEmpty();
        Directory.Exists(staging).Should().BeTrue();
    }

    [Fact]
    public async Task Report_KeepsTheMonitorsOfOthers_WhenStagesReportSideBySide()
    {
        IReadOnlyList<TaskMonitor> seen = [];
        world.JobType.Work = run =>
        {
            run.Report(10, new LocalizedMessage("Progress.OptimizingFiles"), tasks: [Monitor(TaskTypes.Upload, 1)]);
            run.ReportTask(TaskTypes.Video, _ => Monitor(TaskTypes.Video, 1));
            run.Report(20, new LocalizedMessage("Progress.OptimizingFiles"), tasks: [Monitor(TaskTypes.Upload, 2)]);
            run.ReportTask(TaskTypes.Video, task => task! with { Processed = task.Processed + 2 });
            seen = world.Board.Find(1)!.Tasks;
            world.Board.Find(1)!.Percent.Should().Be(20);
            return Task.CompletedTask;
        };

        await RunAsync();

        seen.Select(t => (t.TaskType, t.Processed)).Should().Equal((TaskTypes.Upload, 2), (TaskTypes.Video, 3));
    }

    [Fact]
    public void StopToken_IsCancelled_WhenAStopIsAskedFor()
    {
        var stops = new StopSignals();
        var before = stops.TokenOf(1);
        stops.IsRaised(1).Should().BeFalse("nobody asked yet");

        stops.Raise(1);

        before.IsCancellationRequested.Should().BeTrue();
        (stops.IsRaised(1), stops.IsRaised(2)).Should().Be((true, false));
        stops.Clear(1);
        (stops.IsRaised(1), stops.TokenOf(1).IsCancellationRequested).Should().Be((false, false));
    }

    private TaskMonitor Monitor(string type, int processed) => new(type, TaskStates.Processing, processed, 0, [], world.Clock.UtcNow);

    [Theory]
    [InlineData(10_000, JobOutcome.Completed)]
    [InlineData(9_999, JobOutcome.Fatal)]
    public async Task Run_IsFatal_WhenLessThanATenthOfTheWantedDiskSpaceIsLeft(long free, JobOutcome outcome)
    {
        world.Disk.FreeKilobytes = free;

        var end = await RunAsync();

        end.Outcome.Should().Be(outcome);
        if (outcome == JobOutcome.Fatal)
            end.Rows[0].Message.Should().BeEquivalentTo(new LocalizedMessage("Log.Fatal.DiskReserve", "9999", "10000"));
    }

    [Fact]
    public async Task Run_IsFatal_WhenTheUserIsNoMemberAnyMore()
    {
        await SubmitAsync();
        world.Accounts.Accounts[0] = new Account(world.Caller.User, []);

        await world.Runner.RunAsync(1, default);

        world.Store.Ends.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Fatal);
    }

    [Fact]
    public async Task Run_ShowsASignOfLife_WhenTheHandlerHasNothingNewToReport()
    {
        var phase = new LocalizedMessage("Progress.DeliveringFiles");
        var seen = new List<JobProgress>();
        world.JobType.Work = run =>
        {
            seen.Add(world.Board.Find(1)!);
            run.Report(40, phase);
            for (var i = 0; i < 3; i++)
            {
                world.Time.Advance(TimeSpan.FromSeconds(10));
                seen.Add(world.Board.Find(1)!);
            }

            return Task.CompletedTask;
        };
        var start = world.Clock.UtcNow;

        await RunAsync();

        seen.Select(p => p.UpdatedUtc).Should().Equal(
            start, start.AddSeconds(10), start.AddSeconds(20), start.AddSeconds(30));
        seen[0].Message.Should().BeNull("no phase has begun");
        seen.Skip(1).Should().OnlyContain(p => p.Percent == 40 && p.Message == phase);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        world.Board.Find(1).Should().BeNull("the job has ended, and its heart with it");
    }

    [Fact]
    public async Task Run_WorksForNobody_WhenTheJobIsTheSystems()
    {
        var definition = SystemJobs.Definition(JobTypes.ImageServingPublish, "system@example.com");
        await world.Store.AddInstanceAsync(new NewInstance(definition, world.Clock.UtcNow), default);
        JobRun? seen = null;
        world.JobType.Work = run =>
        {
            seen = run;
            return Task.CompletedTask;
        };

        await world.Runner.RunAsync(1, default);

        seen!.Company.CompanyId.Should().Be(0);
        seen.User.User.Email.Should().Be("system@example.com");
        seen.Block.Should().BeOfType<NoBlock>();
        var end = world.Store.Ends.Should().ContainSingle().Subject;
        end.Outcome.Should().Be(JobOutcome.Completed);
        end.Mail.Should().BeNull();
    }

    [Fact]
    public async Task SetTotal_CountsOnce_WhenAResumedRunSetsItAgain()
    {
        world.JobType.Work = async run =>
        {
            await run.SetTotalAsync(7, default);
            await run.SetTotalAsync(7, default);
        };

        await RunAsync();

        world.Store.Instances[0].Counters.TotalFile.Should().Be(7);
    }

    private async Task<InstanceEnd> RunAsync()
    {
        await SubmitAsync();
        await world.Runner.RunAsync(1, default);
        return world.Store.Ends.Should().ContainSingle().Subject;
    }

    private Task<Core.Handles.JobHandle> SubmitAsync() => world.Submission.SubmitAsync(world.Request(), JobWorld.AParam(), default);

    private AuxEntry Note() => new(LogTypes.UploadWarning, new LocalizedMessage("Log.Resumed"), world.Clock.UtcNow);
}
