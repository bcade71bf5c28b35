using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Schedules;
using IpsJobs.Notifications.Localization;
using IpsJobs.Notifications.Tests.Fakes;
using IpsJobs.Testing;

namespace IpsJobs.Notifications.Tests.Localization;

public sealed partial class MessagesTests
{
    private static readonly IReadOnlyDictionary<string, string> Texts = ResourceMessageRenderer.Texts
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Messages_HoldEveryKey_ThatTheSourceNames()
    {
        SourceKeys.All.Should().HaveCountGreaterThan(50);
        string.Join('\n', SourceKeys.All.Where(k => !k.IsPrefix && !Texts.ContainsKey(k.Key)).Select(k => $"{k.Key} in {k.File}"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Messages_HoldAKey_ForEveryBeginningThatTheSourceNames() =>
        SourceKeys.All.Where(k => k.IsPrefix && !Texts.Keys.Any(t => t.StartsWith(k.Key, StringComparison.Ordinal)))
            .Should().BeEmpty();

    [Fact]
    public void Messages_AreNamedByTheirKeys_WhereverTheSourceMakesOne()
    {
        SourceKeys.WrittenOut("""run.Warning("The file is odd", x); new LocalizedMessage("Log.A"); log.LogWarning("x");""")
            .Should().Equal("The file is odd");
        SourceKeys.Files().SelectMany(f => SourceKeys.WrittenOut(File.ReadAllText(f))).Should().BeEmpty();
    }

    [Fact]
    public void Messages_HaveAsManyPlaces_AsTheSourceGivesArguments() =>
        SourceKeys.All
            .Where(k => !k.IsPrefix && k.Arguments is { } count && Texts.TryGetValue(k.Key, out var text) && Places(text).Count != count)
            .Select(k => $"{k.Key} in {k.File} is given {k.Arguments}")
            .Should().BeEmpty();

    // The build only warns, and then silently keeps one of the two texts.
    [Fact]
    public void Messages_HoldEveryKeyOnce() =>
        XDocument.Load(RepositoryFolder.Of("src", "IpsJobs.Notifications", "Localization", "Messages.resx"))
            .Root!.Elements("data").Select(e => e.Attribute("name")!.Value)
            .Should().OnlyHaveUniqueItems();

    [Fact]
    public void Messages_NumberTheirPlacesFromZero() =>
        Texts.Where(t => !Places(t.Value).Order().SequenceEqual(Enumerable.Range(0, Places(t.Value).Count)))
            .Should().BeEmpty();

    [Fact]
    public void Messages_NameEveryRowThatBeginsALog() =>
        LogTypes.Written.Where(LogTypes.IsBegin).Select(t => "Log." + t).Should().BeSubsetOf(Texts.Keys);

    [Fact]
    public void Messages_NameEveryOutcome() =>
        Enum.GetNames<JobOutcome>().Select(o => "Log.End." + o).Should().BeSubsetOf(Texts.Keys);

    [Fact]
    public void In_TellsKeysBeginningsAndArguments()
    {
        const string source = """
            Throw(new LocalizedMessage("Log.A", Text(x, y), z));
            var b = New(FaultCodes.Exception, "Fault.B");
            var c = run.Warning("Log.C", name);
            var d = new LocalizedMessage("Log.D." + kind);
            var e = new LocalizedMessage("Log.E", arguments);
            var f = ("Mail.F", value);
            var g = $"Log.G{kind}";
            """;

        SourceKeys.In("x.cs", source).Should().Equal(
            new SourceKey("x.cs", "Log.A", false, 2),
            new SourceKey("x.cs", "Fault.B", false, 0),
            new SourceKey("x.cs", "Log.C", false, 1),
            new SourceKey("x.cs", "Log.D.", true, null),
            new SourceKey("x.cs", "Log.E", false, null),
            new SourceKey("x.cs", "Mail.F", false, null),
            new SourceKey("x.cs", "Log.G", true, null));
    }

    public static TheoryData<string, RuleViolationException> Faults { get; } = new()
    {
        { "No credentials were supplied with the request", Violations.NoCredentials() },
        { "Invalid username/password", Violations.InvalidCredentials() },
        { "Too many failed logins; the next one is accepted in 4 minutes", Violations.TooManyLogins(4) },
        { "User 'a@b' is not a valid user", Violations.InvalidUser("a@b") },
        { "Invalid company 'c|9'", Violations.InvalidCompany("c|9") },
        { "Invalid user handle 'u|9'", Violations.InvalidUserHandle("u|9") },
        { "User 't@b' is not a valid user", Violations.InvalidTargetUser("t@b") },
        { "User does not have permission to access operation 'submitJob'", Violations.NoOperationPermission("submitJob") },
        { "User 'a@b' may not act for user 't@b'", Violations.NoImpersonation("a@b", "t@b") },
        { "User 'a@b' may not use the value given for 'p'", Violations.IllegalParameterValue("a@b", "p") },
        { "User 'a@b' is not an active member of company 'C'", Violations.IllegalCompany("a@b", "C") },
        { "User 't@b' is not an active member of company 'C'", Violations.IllegalTargetUser("t@b", "C") },
        { "User 'a@b' lacks Write permission on 'C/f/'", Violations.MissingPermission("a@b", "Write", "C/f/") },
        { "Internal error 4f", Violations.Unexpected("4f") },
        { "A scheduled job named 'n' already exists", Violations.ScheduledNameTaken("n") },
        { "The name 'n' is already in use", Violations.NameTaken("n") },
        { "User 'a@b' is already a member of company 'c|9'", Violations.AlreadyAMember("a@b", "c|9") },
        { "User 'a@b' is the last IpsAdmin who can log in", Violations.LastAdministrator("a@b") },
        { "No active publish server for context 'x'", Violations.NoActivePublishServer("x") },
        { "Operation 'o' is not available on this server", Violations.OperationUnavailable("o") },
        { "Missing parameter 'p/q'", Violations.Missing("p/q") },
        { "Invalid value 'v' for 'p'", Violations.InvalidValue("v", "p") },
        { "Value 'v' for 'p' is out of range 1-9", Violations.OutOfRange("v", "p", "1-9") },
        { "Only one of a, b may be specified", Violations.OnlyOneOf("a, b") },
        {
            "Invalid schedule 's': day of month and day of week are both restricted",
            Violations.InvalidSchedule("s", new LocalizedMessage("Fault.Schedule.TwoDays"))
        },
        { "Schedule 's' never fires", Violations.ScheduleNeverFires("s") },
        { "Schedule 's' fires too often", Violations.ScheduleTooDense("s") },
        { "Invalid job handle 'h'", Violations.InvalidJobHandle("h") },
        { "Job 'h' was not found", Violations.JobNotFound("h") },
        { "Job 'h' does not belong to company 'C'", Violations.JobOfOtherCompany("h", "C") },
        { "Job 'n' is not scheduled", Violations.JobIsNot("n", "Scheduled") },
        { "Job 'n' is not active", Violations.JobIsNot("n", "Active") },
        { "Job 'n' is not recurring", Violations.JobIsNot("n", "Recurring") },
        { "Invalid handle 'h' for 'p'", Violations.InvalidHandle("h", "p") },
        { "'p' may hold at most 500 items", Violations.TooManyItems("p", 500) },
        { "Invalid path 'v' for 'p'", Violations.InvalidPath("v", "p") },
        { "Invalid URL 'v' for 'p'", Violations.InvalidUrl("v", "p") },
        { "Invalid job name 'v'", Violations.InvalidJobName("v") },
        { "Invalid locale 'v'", Violations.InvalidLocale("v") },
        { "The password must have 8 to 256 characters", Violations.PasswordLength(8, 256) },
        {
            "The password must contain lower-case and upper-case letters, digits and special characters", Violations.PasswordTooPlain()
        },
        { "Invalid request XML: d", Violations.InvalidRequestXml("d") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Render_GivesTheDocumentedReason_OfEveryFault(string expected, RuleViolationException fault) =>
        Sample.Renderer.Render(fault.Reason, "en").Should().Be(expected);

    [Fact]
    public void Render_BlamesTheFieldOfASchedule_InTheLanguageOfTheReader()
    {
        var fault = FluentActions.Invoking(() => ExecSchedule.Parse("0 0 25 * * ?")).Should().Throw<ScheduleFormatException>().Which;

        Sample.Renderer.Render(Violations.InvalidSchedule("0 0 25 * * ?", fault.Reason).Reason, "de-AT")
            .Should().Be("Ungültiger Zeitplan „0 0 25 * * ?“: Stunde 25 liegt nicht im Bereich 0-23");
    }

    private static HashSet<int> Places(string text) =>
        [.. Place().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\{(\d+)[,}]")]
    private static partial Regex Place();
}
