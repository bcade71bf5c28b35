using System.Xml.Linq;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Architecture;

/// <summary>Which project may see which, and which packages stay where they belong.</summary>
public sealed class ProjectReferencesTests
{
    private static readonly string Source = RepositoryFolder.Of("src");

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "IpsJobs.Contracts.Generator", [] },
        { "IpsJobs.Contracts", ["IpsJobs.Contracts.Generator"] },
        { "IpsJobs.Core", ["IpsJobs.Contracts"] },
        { "IpsJobs.Soap", ["IpsJobs.Contracts", "IpsJobs.Core"] },
        { "IpsJobs.Storage", ["IpsJobs.Core"] },
        { "IpsJobs.Scheduling", ["IpsJobs.Core"] },
        { "IpsJobs.Imaging", ["IpsJobs.Core"] },
        { "IpsJobs.Handlers", ["IpsJobs.Core"] },
        { "IpsJobs.Notifications", ["IpsJobs.Core"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Project_SeesOnlyWhatItMay_WhenItsReferencesAreRead(string project, string[] allowed)
    {
        References(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)).Should().BeSubsetOf(allowed);
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore", "IpsJobs.Storage")]
    [InlineData("Quartz", "IpsJobs.Scheduling")]
    [InlineData("NetVips", "IpsJobs.Imaging")]
    [InlineData("MailKit", "IpsJobs.Notifications")]
    [InlineData("System.CommandLine", "IpsJobs.Server")]
    public void Package_StaysInItsModule_WhenProjectsAreRead(string package, string home)
    {
        var users = Projects().Where(p => References(p, "PackageReference").Any(r => r.StartsWith(package, StringComparison.Ordinal)));

        users.Should().Equal(home);
    }

    [Fact]
    public void EveryProject_HasARule_WhenTheSourceFolderIsRead()
    {
        Projects().Except(["IpsJobs.Server"]).Should().BeEquivalentTo(Allowed.Select(row => (string)row[0]));
    }

    private static IEnumerable<string> Projects() => Directory.GetDirectories(Source).Select(d => Path.GetFileName(d)!);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Source, project, project + ".csproj")).Descendants(kind).Select(r => (string)r.Attribute("Include")!);
}
