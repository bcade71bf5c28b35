using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Tests.DirectoryUpload;

/// <summary>Metadata files among the delivered ones.</summary>
public sealed class MetadataFilesTests : IDisposable
{
    private readonly DirectoryFixture world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Table_IsApplied_AlsoToFilesOfTheSameRun()
    {
        world.Drop("a.css");
        world.Drop("list.txt", "ipsid\tcolor\tdc:title\tdc:subject\na\tred\tA \"shoe\"\tone,t\\,wo\n\n");

        await world.RunAsync(Job());

        world.Find("a")!.Content.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["color"] = "red", ["dc:title"] = "A \"shoe\"" });
        world.Find("a")!.Content.Keywords.Should().Equal("one", "t,wo");
        world.Rows.Select(r => (r.LogType, r.Message.Key)).Should().Equal(
            (LogTypes.UploadSuccess, "Log.Upload.Processed"), (LogTypes.MetadataSuccess, "Log.MetadataFile.Applied"));
        world.Rows[1].AssetId.Should().Be(world.Find("a")!.AssetId);
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 2 && c.FileSuccess == 2 && c.FileError == 0 && c.FileWarning == 0);
    }

    [Fact]
    public async Task Table_LeavesFieldsAloneThatItDoesNotHave()
    {
        Given("a", new() { ["size"] = "9", ["color"] = "red", ["old"] = "x" });
        world.Drop("list.tsv", "IPSID\tcolor\told\r\na\tblue\t\r\n");

        await world.RunAsync(Job());

        world.Find("a")!.Content.Metadata.Should().BeEquivalentTo(new Dictionary<string, string> { ["size"] = "9", ["color"] = "blue" });
    }

    [Fact]
    public async Task Table_ReadsQuotedCells()
    {
        Given("a");
        world.Drop("list.csv", "color\tIpsId\tnote\n\"a\tb\"\ta\t\"two\nlines \"\"here\"\"\"\n");

        await world.RunAsync(Job());

        world.Find("a")!.Content.Metadata.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["color"] = "a\tb", ["note"] = "two\nlines \"here\"" });
    }

    [Fact]
    public async Task Text_IsReadInEveryEncoding()
    {
        var text = "IPSID\tcolor\na\tgrün\n";
        foreach (var (i, encoding) in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 }.Index())
        {
            Given("a" + i);
            world.Drop($"list{i}.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("\na", "\na" + i, StringComparison.Ordinal))]);
        }

        await world.RunAsync(Job());

        Enumerable.Range(0, 4).Select(i => world.Find("a" + i)!.Content.Metadata["color"]).Should().AllBe("grün");
    }

    [Fact]
    public async Task Xml_IsApplied()
    {
        Given("a");
        Given("b");
        world.Drop("list.xml",
            "<?xml version='1.0'?><ips xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:shop='http://example.com/'>"
            + "<ghw_object vc_objectname='a' vc_userdata='ours' color='red' d:title='A' d:subject='x,y' shop:sku='1'/>"
            + "<ghw_object vc_objectname='b' new_vc_objectname='c'/></ips>");

        await world.RunAsync(Job());

        world.Find("a")!.Content.Metadata.Should().BeEquivalentTo(
            new Dictionary<string, string> { ["userData"] = "ours", ["color"] = "red", ["dc:title"] = "A", ["shop:sku"] = "1" });
        world.Find("a")!.Content.Keywords.Should().Equal("x", "y");
        world.Rows[1].Message.Should().BeEquivalentTo(new { Key = "Log.MetadataFile.Renamed", Arguments = new[] { "b", "c" } });
        world.Find("list").Should().BeNull("it is no asset");
    }

    [Fact]
    public async Task Rename_TakesTheOriginalAlong()
    {
        var original = Given("a").Content;
        world.Drop("list.txt", "IPSID\tNewIPSID\tcolor\na\tb\tred\n");

        await world.RunAsync(Job());

        world.Find("b")!.Content.Should().BeEquivalentTo(new { original.Folder, FileName = "b.png" });
        world.Find("b")!.Content.Metadata["color"].Should().Be("red");
        (File.Exists(world.Upload.Original("x/a.png")), File.ReadAllText(world.Upload.Original("x/b.png"))).Should().Be((false, "old"));
    }

    [Theory]
    [InlineData("IPSID\tnewipsid\tcolor\na\tb\tred", "Log.MetadataFile.NameTaken")]
    [InlineData("IPSID\tnewipsid\tcolor\na\t../b\tred", "Log.MetadataFile.BadName")]
    [InlineData("IPSID\tcolor\nnobody\tred", "Log.MetadataFile.UnknownAsset")]
    [InlineData("IPSID\tcolor\tvc_filesize\na\tred\t1", "Log.MetadataFile.UnknownField")]
    [InlineData("IPSID\tcolor\t<bad>\na\tred\t1", "Log.MetadataFile.UnknownField")]
    [InlineData("IPSID\tcolor\tsize\na\tred\t1\u0001", "Log.MetadataFile.BadValue")]
    [InlineData("IPSID\tcolor\n\tred", "Log.MetadataFile.NoName")]
    [InlineData("IPSID\tcolor\na\tred\tmore", "Log.MetadataFile.TooManyCells")]
    public async Task Line_IsRefusedAsAWhole(string text, string reason)
    {
        Given("a");
        Given("b");
        world.Drop("list.txt", text);

        await world.RunAsync(Job());

        world.Rows.Single().Should().Match<LogRow>(r => r.LogType == LogTypes.MetadataFailure && r.Message.Key == reason);
        world.Find("a")!.Content.Metadata.Should().BeEmpty();
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 1 && c.FileError == 1);
    }

    [Fact]
    public async Task AssetInTheTrash_IsUnknown()
    {
        world.Upload.Assets.Put(Given("a") with { TrashState = TrashStates.InTrash });
        world.Drop("list.txt", "IPSID\tcolor\na\tred");

        await world.RunAsync(Job());

        world.Rows.Single().Message.Key.Should().Be("Log.MetadataFile.UnknownAsset");
    }

    [Fact]
    public async Task OtherFiles_AreWhatTheyAlwaysAre()
    {
        world.Drop("a.xml", "<other/>");
        world.Drop("b.xml", "<ips");
        world.Drop("c.txt", "name\tcolor\nIPSID\tx");
        world.Drop("d.xml", "<!DOCTYPE ips SYSTEM 'file:///etc/passwd'><ips/>");

        await world.RunAsync(Job());

        world.Rows.Select(r => r.LogType).Should().BeEquivalentTo(
            [LogTypes.UploadSuccess, LogTypes.UploadSuccess, LogTypes.UploadSuccess, LogTypes.UploadWarning]);
    }

    [Fact]
    public async Task MetadataFiles_AreAssets_WhenNobodyAsksForThem()
    {
        Given("a");
        world.Drop("list.xml", "<ips><ghw_object vc_objectname='a' color='red'/></ips>");

        await world.RunAsync();

        world.Find("list")!.Content.Type.Should().Be(AssetTypes.Xml);
        world.Find("a")!.Content.Metadata.Should().BeEmpty();
    }

    [Fact]
    public async Task BrokenXml_ChangesNothing()
    {
        Given("a");
        world.Drop("list.xml", "<ips><ghw_object vc_objectname='a' color='red'/><ghw_object");

        await world.RunAsync(Job());

        world.Rows.Single().Should().Match<LogRow>(r => r.LogType == LogTypes.MetadataFailure && r.Message.Key == "Log.MetadataFile.Unreadable");
        world.Find("a")!.Content.Metadata.Should().BeEmpty();
    }

    [Fact]
    public async Task File_IsTakenOnce()
    {
        world.Options.SourceDisposition = "move:done";
        Given("a");
        world.Drop("list.txt", "IPSID\tcolor\na\tred\nnobody\tblue");

        await world.RunAsync(Job());
        await world.RunAsync(Job());

        world.Rows.Should().BeEmpty();
        File.Exists(Path.Combine(world.Incoming, "done/list.txt")).Should().BeTrue();
    }

    [Fact]
    public async Task File_GoesOnWhereItWasKilled()
    {
        Given("a");
        Given("b");
        Given("c");
        world.Drop("list.txt", "IPSID\tnewipsid\na\ta2\nb\tb2\nc\tc2");
        world.BeforeCommit = item =>
        {
            if (item.Row.AssetName == "b2")
                throw new OperationCanceledException("killed");
        };
        await FluentActions.Awaiting(() => world.RunAsync(Job())).Should().ThrowAsync<OperationCanceledException>();
        world.BeforeCommit = null;

        await world.ResumeAsync(Job());

        world.Rows.Select(r => r.Message.Key).Should().Equal(Enumerable.Repeat("Log.MetadataFile.Renamed", 3));
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 3 && c.FileSuccess == 3);
    }

    private static UploadDirectoryJob Job()
    {
        var job = DirectoryFixture.Job();
        job.ProcessMetadataFiles = true;
        return job;
    }

    private StoredAsset Given(string name, Dictionary<string, string>? metadata = null)
    {
        var asset = world.Upload.Given("Sample/x/", name + ".png");
        asset = asset with { Content = asset.Content with { Metadata = metadata ?? [] } };
        world.Upload.Assets.Put(asset);
        return asset;
    }
}
