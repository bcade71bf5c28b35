using IpsJobs.Handlers.DirectoryUpload;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.DirectoryUpload;

public sealed class DirectoryUploadOptionsTests
{
    [Theory]
    [InlineData("keep", true)]
    [InlineData("delete", true)]
    [InlineData("move:done", true)]
    [InlineData("move:done/by day/", true)]
    [InlineData("move:", false)]
    [InlineData("move:/", false)]
    [InlineData("move:../original", false)]
    [InlineData("Keep", false)]
    [InlineData("", false)]
    public void SourceDisposition_IsOneOfThreeForms(string text, bool legal) =>
        Problems(new DirectoryUploadOptions { SourceDisposition = text }).Should().HaveCount(legal ? 0 : 1);

    [Fact]
    public void Validate_NamesEverySetting_ThatIsWrong() =>
        Problems(new DirectoryUploadOptions { Copiers = 0, Batch = 0, SettleTime = TimeSpan.FromSeconds(-1), TemporaryFiles = "(" })
            .Should().HaveCount(4).And.AllSatisfy(p => p.Should().StartWith("DirectoryUpload:"));

    private static List<string> Problems(DirectoryUploadOptions options)
    {
        using var services = new ServiceCollection().AddDirectoryUpload().BuildServiceProvider();
        return services.GetServices<IValidateOptions<DirectoryUploadOptions>>()
            .Select(v => v.Validate(Options.DefaultName, options)).SelectMany(r => r.Failures ?? []).ToList();
    }
}
