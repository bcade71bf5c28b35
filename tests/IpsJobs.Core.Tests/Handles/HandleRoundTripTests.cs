using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Tests.Handles;

/// <summary>Whatever we write, we read again as the same thing: random handles from fixed seeds, so that a failure repeats.</summary>
public sealed class HandleRoundTripTests
{
    private const string Letters = "abcXYZ 0189_-.:@/ÄßЖ漢jcaupf+%";

    public static TheoryData<int, HandleForm> SeedsAndForms => new()
    {
        { 1, HandleForm.D0 }, { 2, HandleForm.D0 },
        { 3, HandleForm.D1 }, { 4, HandleForm.D1 },
        { 5, HandleForm.D2 }, { 6, HandleForm.D2 },
    };

    [Theory]
    [MemberData(nameof(SeedsAndForms))]
    public void Job_SurvivesWritingAndReading_InItsForm(int seed, HandleForm form)
    {
        Repeat(seed, random =>
        {
            var handle = random.Next(2) == 0
                ? JobHandle.ForScheduled(random.Next(), Name(random))
                : JobHandle.ForInstance(random.Next(), Name(random), random.NextInt64());
            JobHandle.TryParse(handle.ToString(form), out var read).Should().BeTrue();
            read.Should().Be(form == HandleForm.D2 ? handle : handle with { InstanceId = null });
        });
    }

    [Theory]
    [MemberData(nameof(SeedsAndForms))]
    public void Asset_SurvivesWritingAndReading_InItsForm(int seed, HandleForm form)
    {
        Repeat(seed, random =>
        {
            var handle = new AssetHandle(random.NextInt64(), random.Next(), random.NextInt64());
            AssetHandle.TryParse(handle.ToString(form), out var read).Should().BeTrue();
            read.Should().Be(form == HandleForm.D2 ? new AssetHandle(handle.AssetId) : handle);
            read.AgreesWith(handle).Should().BeTrue();
        });
    }

    [Theory]
    [MemberData(nameof(SeedsAndForms))]
    public void OtherHandles_SurviveWritingAndReading_InTheirForm(int seed, HandleForm form)
    {
        Repeat(seed, random =>
        {
            var company = new CompanyHandle(random.Next());
            CompanyHandle.TryParse(company.ToString(form), out var readCompany).Should().BeTrue();
            readCompany.Should().Be(company);
            var user = new UserHandle(random.Next(), Name(random));
            UserHandle.TryParse(user.ToString(form), out var readUser).Should().BeTrue();
            readUser.Should().Be(user);
            var project = new ProjectHandle(random.Next(), Name(random));
            ProjectHandle.TryParse(project.ToString(form), out var readProject).Should().BeTrue();
            readProject.Should().Be(project);
            var folder = new FolderHandle(Name(random) + "/");
            FolderHandle.TryParse(folder.ToString(form), out var readFolder).Should().BeTrue();
            readFolder.Should().Be(folder);
        });
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void TryParse_NeverThrows_WhenTheTextIsNoise(int seed)
    {
        const string noise = "|||j|c|a|u|p|f0123456789 -+\0\n\uD800é";
        Repeat(seed, random =>
        {
            var text = Text(random, noise, random.Next(20));
            var act = () => new[]
            {
                CompanyHandle.TryParse(text, out _),
                UserHandle.TryParse(text, out _),
                ProjectHandle.TryParse(text, out _),
                FolderHandle.TryParse(text, out _),
                AssetHandle.TryParse(text, out _),
                PublishContextHandle.TryParse(text, out _),
                JobHandle.TryParse(text, out _),
            };
            act.Should().NotThrow();
        });
    }

    private static void Repeat(int seed, Action<Random> check)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
            check(random);
    }

    // Names have no outer blanks: the API trims them when a job is submitted.
    private static string Name(Random random) => "n" + Text(random, Letters, random.Next(60)) + "n";

    private static string Text(Random random, string letters, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));
}
