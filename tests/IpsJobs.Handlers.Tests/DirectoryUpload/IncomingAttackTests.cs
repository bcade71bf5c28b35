using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Tests.DirectoryUpload;

/// <summary>Whoever may deliver files must reach nothing but the incoming directory and the company's folders.</summary>
public sealed class IncomingAttackTests : IDisposable
{
    private readonly DirectoryFixture world = new();
    private readonly string outside = Directory.CreateTempSubdirectory("ips-outside-").FullName;

    public IncomingAttackTests()
    {
        Directory.CreateDirectory(world.Incoming);
        File.WriteAllText(Path.Combine(outside, "secret.css"), "secret");
        File.SetLastWriteTimeUtc(Path.Combine(outside, "secret.css"), world.Upload.Clock.UtcNow.AddDays(-1).UtcDateTime);
    }

    public void Dispose()
    {
        world.Dispose();
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task Run_DoesNotFollowALinkToAFile()
    {
        File.CreateSymbolicLink(Path.Combine(world.Incoming, "a.css"), Path.Combine(outside, "secret.css"));

        await world.RunAsync();

        world.Story.Should().Equal("UploadWarning Sample/a.css");
        world.Upload.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_DoesNotFollowALinkToADirectory()
    {
        Directory.CreateSymbolicLink(Path.Combine(world.Incoming, "dir"), outside);

        await world.RunAsync();

        world.Story.Should().Equal("UploadWarning Sample/dir");
        world.Upload.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_IsFatal_WhenTheServerDirectoryIsReachedThroughALink()
    {
        Directory.CreateSymbolicLink(Path.Combine(world.Incoming, "dir"), outside);

        await world.Invoking(w => w.RunAsync(DirectoryFixture.Job("dir"))).Should().ThrowAsync<FatalJobException>();
    }

    [Fact]
    public async Task Run_CopiesNoFile_ThatBecameALinkAfterTheWalk()
    {
        DropTwo(replaceSecond: path => File.CreateSymbolicLink(path, Path.Combine(outside, "secret.css")));

        await world.RunAsync();

        world.Find("b").Should().BeNull();
    }

    [Fact]
    public async Task Run_MovesNothingThroughALink()
    {
        world.Options.SourceDisposition = "move:done";
        Directory.CreateSymbolicLink(Path.Combine(world.Incoming, "done"), outside);
        var source = world.Drop("a.css");

        await world.RunAsync();

        world.Find("a").Should().NotBeNull();
        File.Exists(source).Should().BeTrue();
        Directory.GetFiles(outside).Should().ContainSingle();
    }

    [Fact]
    public async Task Run_RefusesControlCharactersInNames()
    {
        world.Drop("a\nb.css");
        world.Drop("d\u0001/c.css");

        await world.RunAsync();

        world.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadError, LogTypes.UploadError);
        world.Upload.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_GivesAFileNamedLikeAnotherKeyItsOwnRow()
    {
        world.Drop("#total.css");
        world.Drop("a>b.css");
        world.Drop("a%3Eb.css", "other");

        await world.RunAsync();

        world.Counters.FileSuccess.Should().Be(3);
    }

    [Fact]
    public async Task Run_NeverOpensWhatIsNoFile()
    {
        MakePipe(Path.Combine(world.Incoming, "pipe.css"));

        await world.RunAsync().WaitAsync(TimeSpan.FromSeconds(20));

        world.Story.Should().Equal("UploadError Sample/pipe.css");
    }

    [Fact]
    public async Task Run_WaitsForNoPipe_ThatTookThePlaceOfAFileAfterTheWalk()
    {
        DropTwo(replaceSecond: MakePipe);

        await world.RunAsync().WaitAsync(TimeSpan.FromSeconds(20));

        world.Story.Should().Equal("UploadSuccess Sample/a.css", "UploadWarning Sample/b.css");
    }

    [Fact]
    public async Task Run_TakesNoFile_ThatAnotherProgramHoldsForItself()
    {
        var source = world.Drop("a.css");
        using (new FileStream(source, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            await world.RunAsync();

        world.Story.Should().Equal("UploadError Sample/a.css");
    }

    // With the first in work, the walk is over.
    private void DropTwo(Action<string> replaceSecond)
    {
        world.Drop("a.css");
        var second = world.Drop("b.css", "secret", TimeSpan.FromDays(1));
        world.BeforeCommit = item =>
        {
            if (item.Row.ItemKey != "a.css")
                return;
            File.Delete(second);
            replaceSecond(second);
        };
    }

    private void MakePipe(string path)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", path);
        made.WaitForExit();
        File.SetLastWriteTimeUtc(path, world.Upload.Clock.UtcNow.AddDays(-1).UtcDateTime);
    }
}
