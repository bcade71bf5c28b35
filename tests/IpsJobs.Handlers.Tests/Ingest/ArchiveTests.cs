using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>What becomes of the files in an archive.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly byte[] Text = [.. "text"u8];

    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Zip_BecomesItsFiles_InTheirFolders()
    {
        var picture = UploadFixture.Picture();

        await IngestAsync("pack.zip", ArchiveBytes.Zip(("a.png", picture), ("sub/deep/b.css", Text), ("sub/", [])));

        Story.Should().Equal("UploadSuccess Sample/in/a.png", "UploadSuccess Sample/in/sub/deep/b.css");
        (await File.ReadAllBytesAsync(fixture.Original("in/sub/deep/b.css"))).Should().Equal(Text);
        fixture.Asset("a").Content.Should().BeEquivalentTo(new { Folder = "Sample/in/", Sha256 = SHA256.HashData(picture), FileSize = (long)picture.Length });
        fixture.Asset("a").Content.Optimized.Should().NotBeNull();
        fixture.Assets.All.Should().HaveCount(2, "the archive itself becomes no asset");
        fixture.Files.Should().NotContain(f => f.StartsWith("staging", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pack.tar", false)]
    [InlineData("pack.tar.gz", true)]
    [InlineData("pack.tgz", true)]
    public async Task Tar_BecomesItsFiles(string name, bool packed)
    {
        var tar = ArchiveBytes.Tar(
            ArchiveBytes.Folder("./sub/"), ArchiveBytes.File("./sub/a.css", Text), ArchiveBytes.File("größe.css", Text));

        await IngestAsync(name, packed ? ArchiveBytes.Gzip(tar) : tar);

        Story.Should().BeEquivalentTo("UploadSuccess Sample/in/sub/a.css", "UploadSuccess Sample/in/größe.css");
    }

    [Fact]
    public async Task Gzip_BecomesTheFileInIt()
    {
        await IngestAsync("a.css.gz", ArchiveBytes.Gzip(Text));

        Story.Should().Equal("UploadSuccess Sample/in/a.css");
        (await File.ReadAllBytesAsync(fixture.Original("in/a.css"))).Should().Equal(Text);
    }

    [Fact]
    public async Task Zip_ReadsOldNamesAsTheyWereWritten()
    {
        var names = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

        await IngestAsync("pack.zip", ArchiveBytes.Zip(names, ("größe.css", Text)));

        Story.Should().Equal("UploadSuccess Sample/in/größe.css");
    }

    [Fact]
    public async Task Archive_InAnArchive_IsAnAsset()
    {
        await IngestAsync("pack.zip", ArchiveBytes.Zip(("inner.zip", ArchiveBytes.Zip(("a.css", Text)))));

        fixture.Assets.All.Single().Content.Type.Should().Be(AssetTypes.Zip);
        fixture.Rows.Single().Aux.Should().BeEmpty();
    }

    [Fact]
    public async Task Archive_IsAnAsset_WhenNobodyAsksForItsFiles()
    {
        await IngestAsync("pack.zip", ArchiveBytes.Zip(("a.css", Text)), UnCompressProcesses.None);

        fixture.Assets.All.Single().Content.Type.Should().Be(AssetTypes.Zip);
    }

    [Theory]
    [InlineData("../out.css")]
    [InlineData("sub/../../out.css")]
    [InlineData("/out.css")]
    [InlineData("C:/out.css")]
    [InlineData("..\\out.css")]
    [InlineData("sub/./out.css")]
    [InlineData("a\u0001/out.css")]
    public async Task Entry_IsRefused_WhenItsPathLeavesTheFolder(string path)
    {
        await IngestAsync("pack.zip", ArchiveBytes.Zip((path, Text), ("honest.css", Text)));

        fixture.Rows.Select(r => (r.LogType, r.Message.Key)).Should().BeEquivalentTo(
            new[] { (LogTypes.UploadError, "Log.Archive.IllegalPath"), (LogTypes.UploadSuccess, "Log.Upload.Processed") });
        fixture.Files.Should().Equal("companies/Sample/original/in/honest.css");
    }

    [Fact]
    public async Task Links_AreRefused_InZip()
    {
        await IngestAsync("pack.zip", ArchiveBytes.ZipWithLink("link.css", "/etc/passwd"));

        fixture.Rows.Single(r => r.LogType == LogTypes.UploadError).Message.Key.Should().Be("Log.Archive.Special");
        fixture.Assets.All.Single().Name.Should().Be("honest");
    }

    [Fact]
    public async Task LinksAndDevices_AreRefused_InTar()
    {
        await IngestAsync("pack.tar", ArchiveBytes.Tar(
            ArchiveBytes.Link(TarEntryType.SymbolicLink, "in", "/etc"), ArchiveBytes.File("in/passwd.css", Text),
            ArchiveBytes.Link(TarEntryType.HardLink, "b.css", "/etc/passwd"), new PaxTarEntry(TarEntryType.CharacterDevice, "c.css"),
            new PaxTarEntry(TarEntryType.Fifo, "d.css")));

        fixture.Rows.Count(r => r.Message.Key == "Log.Archive.Special").Should().Be(4);
        fixture.Assets.All.Single().Content.Should().BeEquivalentTo(new { Folder = "Sample/in/in/", FileName = "passwd.css" });
    }

    [Fact]
    public async Task Entry_IsRefused_WhenItIsEncrypted()
    {
        await IngestAsync("pack.zip", ArchiveBytes.Encrypted(ArchiveBytes.Zip(("a.css", Text))));

        fixture.Rows.Single().Message.Key.Should().Be("Log.Archive.Encrypted");
        fixture.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task HiddenFiles_AreSkipped()
    {
        await IngestAsync("pack.zip", ArchiveBytes.Zip(("a.css", Text), ("__MACOSX/a.css", Text), (".git/b.css", Text), ("._a.css", Text), ("x.nonsense", Text)));

        fixture.Rows.Select(r => r.LogType).Should().BeEquivalentTo(
            [LogTypes.UploadSuccess, LogTypes.UploadWarning, LogTypes.UploadWarning, LogTypes.UploadWarning, LogTypes.UploadWarning]);
        fixture.Assets.All.Should().HaveCount(1);
    }

    [Fact]
    public async Task Bomb_IsRefusedAsAWhole_WhenItIsTooDense()
    {
        var zeros = new byte[8 * 1024 * 1024];

        await IngestAsync("zip.zip", ArchiveBytes.Zip(("a.css", Text), ("b.css", zeros)));
        await IngestAsync("tar.tgz", ArchiveBytes.Gzip(ArchiveBytes.Tar(ArchiveBytes.File("c.css", Text), ArchiveBytes.File("d.css", zeros))));
        await IngestAsync("e.css.gz", ArchiveBytes.Gzip(zeros));

        fixture.Rows.Select(r => (r.LogType, r.Message.Key)).Should().Equal(Enumerable.Repeat((LogTypes.UploadError, "Log.Archive.TooDense"), 3));
        fixture.Assets.All.Should().BeEmpty();
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Bomb_IsCutOff_WhenItsHeaderLies()
    {
        var bomb = ArchiveBytes.Claiming(ArchiveBytes.Zip(("b.css", new byte[8 * 1024 * 1024])), 10);

        await IngestAsync("pack.zip", bomb);

        fixture.Rows.Single().LogType.Should().Be(LogTypes.UploadError);
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Entry_IsRefused_WhenItsBytesAreDamaged()
    {
        var zip = ArchiveBytes.Zip(("a.css", Text), ("b.css", Text));
        var sum = zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 16;
        zip[sum] ^= 1;

        await IngestAsync("pack.zip", zip);

        fixture.Rows.Select(r => (r.LogType, r.Message.Key)).Should().BeEquivalentTo(
            new[] { (LogTypes.UploadError, "Log.Archive.Damaged"), (LogTypes.UploadSuccess, "Log.Upload.Processed") });
    }

    [Fact]
    public async Task Archive_IsRefused_WhenItHoldsTooMuch()
    {
        fixture.Parts.Archives.MaxBytes = 10;
        await IngestAsync("large.zip", ArchiveBytes.Zip(("a.css", Text), ("b.css", Text), ("c.css", Text)));
        fixture.Parts.Archives.MaxEntries = 2;
        fixture.Parts.Archives.MaxBytes = 100_000;
        await IngestAsync("many.zip", ArchiveBytes.Zip(("a.css", Text), ("b.css", Text), ("c.css", Text)));
        await IngestAsync("many.tar", ArchiveBytes.Tar(ArchiveBytes.File("a.css", Text), ArchiveBytes.Folder("b/"), ArchiveBytes.Folder("c/")));

        fixture.Rows.Select(r => r.Message.Key).Should().Equal("Log.Archive.TooLarge", "Log.Archive.TooManyEntries", "Log.Archive.TooManyEntries");
        fixture.Files.Should().BeEmpty();
    }

    [Theory]
    [InlineData("pack.zip")]
    [InlineData("pack.tar")]
    [InlineData("pack.tgz")]
    [InlineData("a.css.gz")]
    public async Task Archive_GetsAnErrorRow_WhenItIsNone(string name)
    {
        var noise = new byte[4000];
        new Random(1).NextBytes(noise);

        await IngestAsync(name, noise);

        fixture.Rows.Single().Message.Key.Should().Be("Log.Archive.Unreadable");
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Archive_IsReadToItsEnd_BeforeAnythingIsTaken()
    {
        var whole = ArchiveBytes.Gzip(ArchiveBytes.Tar(ArchiveBytes.File("a.css", Text), ArchiveBytes.File("b.png", Noise(100_000))));

        await IngestAsync("pack.tgz", whole[..^50_000]);

        fixture.Rows.Single().Message.Key.Should().Be("Log.Archive.Unreadable");
        fixture.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Archive_GetsAnErrorRow_WhenItHoldsNoFile()
    {
        await IngestAsync("pack.zip", ArchiveBytes.Zip(("sub/", [])));

        fixture.Rows.Single().Message.Key.Should().Be("Log.Archive.Empty");
    }

    [Fact]
    public async Task SameNames_FollowTheOverwriteRule_InTheirOrder()
    {
        await IngestAsync("pack.zip", ArchiveBytes.Zip(("a.css", [1]), ("a.css", [2]), ("z.css", Text)));

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.FileUpdated, LogTypes.UploadSuccess);
        (await File.ReadAllBytesAsync(fixture.Original("in/a.css"))).Should().Equal(2);
    }

    [Fact]
    public async Task UrlUpload_CountsFilesInsteadOfTheArchive()
    {
        await fixture.RunAsync(Job(fixture.Serve("/pack.zip", ArchiveBytes.Zip(("a.css", Text), ("../b.css", Text), ("c.css", Text), (".d", Text)))));

        fixture.Counters.Should().BeEquivalentTo(
            new { TotalFile = 3, FileSuccess = 2, FileError = 1, FileWarning = 1, TransferSuccess = 1 });
    }

    [Fact]
    public async Task UrlUpload_GoesOnWhereItWasKilled()
    {
        var job = Job(fixture.Serve("/pack.zip", ArchiveBytes.Zip(("a.css", Text), (".x", Text), ("b.css", Text), ("c.css", Text))));
        fixture.Store.BeforeCommit = item =>
        {
            if (item.Row.Message.Arguments[0].EndsWith("b.css", StringComparison.Ordinal))
                throw new OperationCanceledException("killed");
        };
        await FluentActions.Awaiting(() => fixture.RunAsync(job)).Should().ThrowAsync<OperationCanceledException>();
        fixture.Store.BeforeCommit = null;
        fixture.Interrupt();

        await fixture.RunAsync(job);

        Story.Should().OnlyHaveUniqueItems().And.HaveCount(4);
        fixture.Counters.Should().BeEquivalentTo(new { TotalFile = 3, FileSuccess = 3, FileUpdate = 0, TransferSuccess = 1 });
    }

    [Fact]
    public async Task UrlUpload_StopsInsideAnArchive()
    {
        var job = Job(fixture.Serve("/pack.zip", ArchiveBytes.Zip([.. Enumerable.Range(0, 50).Select(i => ($"f{i}.css", Text))])));
        fixture.Store.BeforeCommit = item =>
        {
            if (item.Row.Message.Arguments[0].EndsWith("f3.css", StringComparison.Ordinal))
                fixture.Stop();
        };

        await FluentActions.Awaiting(() => fixture.RunAsync(job)).Should().ThrowAsync<JobStoppedException>();

        fixture.Rows[^1].Should().BeEquivalentTo(new { LogType = LogTypes.FileCancel, Message = new { Arguments = new[] { "Sample/in/pack.zip" } } });
        fixture.Assets.All.Count.Should().BeInRange(4, 12);
    }

    private IEnumerable<string> Story => fixture.Rows.Select(r => $"{r.LogType} {r.Message.Arguments[0]}");

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static UploadUrlsJob Job(string url)
    {
        var job = UploadFixture.Job((url, "Sample/in/pack.zip"));
        job.UnCompressOptions = new UnCompressOptions { Process = UnCompressProcesses.UnCompress };
        return job;
    }

    private async Task IngestAsync(string name, byte[] body, string process = UnCompressProcesses.UnCompress)
    {
        var run = await fixture.CreateRunAsync(UploadFixture.Job());
        var key = name;
        var staged = Path.Combine(run.StagingDirectory, key);
        await File.WriteAllBytesAsync(staged, body);
        var options = new UploadOptionBlocks { UnCompress = new UnCompressOptions { Process = process } };
        var item = new IngestItem
        {
            ItemKey = key, StagedPath = staged, Folder = "Sample/in/", FileName = name, Size = body.Length, Sha256 = SHA256.HashData(body),
            Settings = new UploadSettings { Overwrite = true, ReadyForPublish = false, Options = options },
        };
        await fixture.Ingest.IngestAsync(run, item, CancellationToken.None);
    }
}
