using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Localization;

namespace IpsJobs.Notifications.Tests.Localization;

public sealed class MessagePatternTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly ResourceMessageRenderer Samples = new(
        new TextLanguages(new("IpsJobs.Notifications.Tests.Localization.Sample", typeof(MessagePatternTests).Assembly), "en"), Paris);

    [Theory]
    [InlineData("en", "0", "0 files")]
    [InlineData("en", "1", "1 file")]
    [InlineData("en", "2", "2 files")]
    [InlineData("en", "1234567", "1,234,567 files")]
    [InlineData("en", "many", "many files")]
    [InlineData("fr", "0", "0 fichier")]
    [InlineData("fr", "1", "1 fichier")]
    [InlineData("fr", "2", "2 fichiers")]
    [InlineData("fr", "1234567", "1\u00A0234\u00A0567 fichiers")]
    [InlineData("sv", "0", "0 filer")]
    [InlineData("sv", "1", "1 fil")]
    public void Render_TakesTheFormThatTheLanguageHas_ForTheNumber(string locale, string number, string expected) =>
        Samples.Render(new LocalizedMessage("Files", number), locale).Should().Be(expected);

    [Theory]
    [InlineData("de-DE", "1 file")]
    [InlineData("xx", "0 files")]
    public void Render_UsesTheFormsOfTheLanguageThatTheTextIsIn(string locale, string expected) =>
        Samples.Render(new LocalizedMessage("Files", expected[..1]), locale).Should().Be(expected);

    [Theory]
    [InlineData("en", "Until Friday, August 21, 2026 6:00:00\u00A0PM (UTC+02:00, Europe/Paris)")]
    [InlineData("fr", "Jusqu’au vendredi 21 août 2026 18:00:00 (UTC+02:00, Europe/Paris)")]
    public void Render_WritesDates_InTheFormOfTheLanguageAndTheZoneOfTheServer(string locale, string expected) =>
        Samples.Render(new LocalizedMessage("Until", "2026-08-21T16:00:00.0000000+00:00"), locale).Should().Be(expected);

    [Fact]
    public void Render_ShowsWhatIsNoDate_AsItIs() =>
        Samples.Render(new LocalizedMessage("Until", "tomorrow"), "en").Should().Be("Until tomorrow");

    [Fact]
    public void Render_ReadsANestedMessage_InTheSameLanguage()
    {
        var inner = NestedMessage.Write(new LocalizedMessage("Files", "2"));

        Samples.Render(new LocalizedMessage("Both", inner), "fr").Should().Be("les deux : 2 fichiers");
    }

    [Theory]
    [InlineData("\u001E")]
    [InlineData("\u001E{}")]
    [InlineData("\u001E[null]")]
    [InlineData("\u001E[]")]
    public void Render_TakesADamagedNestedMessage_AsText(string argument) =>
        Samples.Render(new LocalizedMessage("Both", argument), "fr").Should().Be("les deux : " + argument);

    [Fact]
    public void Render_Ends_WhenMessagesAreNestedVeryDeeply()
    {
        var message = new LocalizedMessage("Both", "x");
        for (var depth = 0; depth < 20; depth++)
            message = new LocalizedMessage("Both", NestedMessage.Write(message));

        Samples.Render(message, "en").Should().StartWith("both in English: both in English:");
    }
}
