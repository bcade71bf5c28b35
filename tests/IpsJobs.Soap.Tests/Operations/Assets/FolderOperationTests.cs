using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Assets;

public sealed class FolderOperationTests : IAsyncLifetime
{
    private readonly SoapHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        host.Folders.Folders.AddRange(["SampleCompany/a/", "SampleCompany/a/b/", "SampleCompany/c/", "SampleCompany/caf\u00E9/"]);
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("", "/SpinSets", "SampleCompany/SpinSets/")]
    [InlineData("2008-01-15", "SampleCompany/x//y", "SampleCompany/x/y/")]
    [InlineData("2008-09-10", "x\\y\\", "SampleCompany/x/y/")]
    [InlineData("2009-07-31", "x", "f|SampleCompany/x/")]
    [InlineData("2014-04-03", "a/", "f|SampleCompany/a/")]
    [InlineData("2014-04-03", "f|SampleCompany/x/y/", "f|SampleCompany/x/y/")]
    [InlineData("", " f|x ", "SampleCompany/x/")]
    [InlineData("2014-04-03", "cafe\u0301/", "f|SampleCompany/caf\u00E9/")]
    public async Task CreateFolder_AnswersItsHandle_InTheFormOfTheVersion(string version, string path, string handle)
    {
        var reply = await host.CallAsync(
            $"<createFolderParam><companyHandle>c|47</companyHandle><folderPath>{path}</folderPath></createFolderParam>", version);

        reply.Body.BeXml(version, $"<createFolderReturn><folderHandle>{handle}</folderHandle></createFolderReturn>");
        host.Folders.Folders.Should().Contain(handle.Replace("f|", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/a/b/</folderHandle><folderName>new name</folderName>", "SampleCompany/a/new name/")]
    [InlineData("renameFolder", "<folderHandle>a</folderHandle><folderName>a</folderName>", "SampleCompany/a/")]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/cafe\u0301/</folderHandle><folderName>the\u0301</folderName>", "SampleCompany/th\u00E9/")]
    [InlineData("moveFolder", "<folderHandle>cafe\u0301</folderHandle><destFolderHandle>f|SampleCompany/c/</destFolderHandle>", "SampleCompany/c/caf\u00E9/")]
    [InlineData("moveFolder", "<folderHandle>a/b</folderHandle><destFolderHandle>cafe\u0301</destFolderHandle>", "SampleCompany/caf\u00E9/b/")]
    [InlineData("moveFolder", "<folderHandle>f|SampleCompany/a/b/</folderHandle><destFolderHandle>SampleCompany/</destFolderHandle>", "SampleCompany/b/")]
    [InlineData("moveFolder", "<folderHandle>SampleCompany/a/b</folderHandle><destFolderHandle>f|SampleCompany/c/</destFolderHandle>", "SampleCompany/c/b/")]
    public async Task Folder_GetsItsNewPath(string operation, string fields, string path)
    {
        var reply = await host.CallAsync($"<{operation}Param><companyHandle>c|47</companyHandle>{fields}</{operation}Param>");

        reply.Body.BeXml("2014-04-03", $"<{operation}Return><folderHandle>f|{path}</folderHandle></{operation}Return>");
        host.Folders.Folders.Should().Contain(path);
    }

    [Fact]
    public async Task MoveFolder_IsRefused_WhenItWouldLieTooDeepForAFileSystem()
    {
        var deep = "SampleCompany/" + string.Concat(Enumerable.Repeat(new string('x', 250) + "/", 7));
        var moved = "SampleCompany/" + new string('y', 250) + "/";
        host.Folders.Folders.AddRange([deep, moved]);

        var reply = await host.CallAsync(
            $"<moveFolderParam><companyHandle>c|47</companyHandle><folderHandle>{moved}</folderHandle><destFolderHandle>{deep}</destFolderHandle></moveFolderParam>");

        reply.FaultCode.Should().Be(30001);
        reply.FaultReason.Should().Contain("Fault.InvalidPath");
        host.Folders.Folders.Should().Contain(moved);
    }

    [Theory]
    [InlineData("f|SampleCompany/a/", "SampleCompany/a/")]
    [InlineData("cafe\u0301", "SampleCompany/caf\u00E9/")]
    public async Task DeleteFolder_AnswersNothing_WhenItIsGone(string handle, string folder)
    {
        var reply = await host.CallAsync(
            $"<deleteFolderParam><companyHandle>c|47</companyHandle><folderHandle>{handle}</folderHandle></deleteFolderParam>");

        reply.Body.BeXml("2014-04-03", "<deleteFolderReturn/>");
        host.Folders.Folders.Should().NotContain(folder);
    }

    [Theory]
    [InlineData("createFolder", "<folderPath>../x</folderPath>", 30001)]
    [InlineData("createFolder", "<folderPath>x|y</folderPath>", 30001)]
    [InlineData("createFolder", "<folderPath>f|x|y</folderPath>", 30001)]
    [InlineData("createFolder", "<folderPath>f|../x</folderPath>", 30001)]
    [InlineData("createFolder", "<folderPath> </folderPath>", 30002)]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/a/</folderHandle><folderName>c</folderName>", 30000)]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/a/</folderHandle><folderName>x/y</folderName>", 30001)]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/a/</folderHandle><folderName>..</folderName>", 30001)]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/</folderHandle><folderName>x</folderName>", 30001)]
    [InlineData("renameFolder", "<folderHandle>f|SampleCompany/none/</folderHandle><folderName>x</folderName>", 30001)]
    [InlineData("moveFolder", "<folderHandle>f|SampleCompany/a/</folderHandle><destFolderHandle>f|SampleCompany/a/b/</destFolderHandle>", 30001)]
    [InlineData("moveFolder", "<folderHandle>f|SampleCompany/a/</folderHandle><destFolderHandle>f|SampleCompany/none/</destFolderHandle>", 30001)]
    [InlineData("deleteFolder", "<folderHandle>f|SampleCompany/</folderHandle>", 30001)]
    [InlineData("deleteFolder", "<folderHandle>f|OtherCompany/</folderHandle>", 30001)]
    [InlineData("deleteFolder", "<folderHandle>f|SampleCompany/../a/</folderHandle>", 30001)]
    [InlineData("deleteFolder", "", 30002)]
    public async Task Folder_IsRefused_WhenItCannotBe(string operation, string fields, int code)
    {
        var before = host.Folders.Folders.ToList();

        var reply = await host.CallAsync($"<{operation}Param><companyHandle>c|47</companyHandle>{fields}</{operation}Param>");

        reply.FaultCode.Should().Be(code, reply.Text);
        host.Folders.Folders.Should().Equal(before);
    }
}
