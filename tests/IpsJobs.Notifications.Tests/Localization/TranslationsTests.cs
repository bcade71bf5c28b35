using IpsJobs.Testing;

namespace IpsJobs.Notifications.Tests.Localization;

/// <summary>Each language says the same as the English texts.</summary>
public sealed class TranslationsTests
{
    public static TheoryData<string> All { get; } = [.. Languages.All];

    public static TheoryData<string> Translated { get; } = [.. Languages.Translated];

    [Fact]
    public void Translations_AreTheLanguagesThatTheServiceNames() =>
        Directory.EnumerateFiles(RepositoryFolder.Of("src", "IpsJobs.Notifications", "Localization"), "Messages.*.resx")
            .Select(f => Path.GetFileName(f).Split('.')[1])
            .Should().BeEquivalentTo(Languages.Translated);

    [Theory]
    [MemberData(nameof(Translated))]
    public void Translations_HoldEveryKeyThatEnglishHolds(string language) =>
        Translation.English.Keys.Except(Translation.Of(language).Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Translated))]
    public void Translations_HoldNoKeyThatEnglishLacks(string language) =>
        Translation.Of(language).Keys.Except(Translation.English.Keys).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Translated))]
    public void Translations_TakeTheArgumentsThatEnglishTakes(string language) =>
        string.Join('\n', Texts(language)
            .Where(t => !Translation.Places(t.Value).SequenceEqual(Translation.Places(Translation.English[t.Key])))).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void Translations_NameTheFormsThatTheirLanguageHas(string language)
    {
        var hasSingular = language is not ("ja" or "ko" or "zh-CN" or "zh-TW");

        Texts(language)
            .Where(t => Translation.Plurals(t.Value).Any(forms => forms != (hasSingular ? "one other" : "other")))
            .Should().BeEmpty();
    }

    // Such a brace is no place: the reader would see it.
    [Theory]
    [MemberData(nameof(All))]
    public void Translations_HoldNoBraceOutsideOfAPlace(string language) =>
        Texts(language).Where(t => Translation.Words(t.Value).IndexOfAny(['{', '}']) >= 0).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void Translations_AreNeitherEmptyNorPadded(string language) =>
        Texts(language).Where(t => t.Key != "Mail.Separator" && (t.Value.Length == 0 || t.Value.Trim() != t.Value)).Should().BeEmpty();

    // Single words such as "Handle" or "Download" may be the same; whole sentences were forgotten.
    [Theory]
    [MemberData(nameof(Translated))]
    public void Translations_SaySentencesInTheirOwnWords(string language) =>
        Texts(language)
            .Where(t => Translation.English.TryGetValue(t.Key, out var english) && english == t.Value && english.Count(char.IsWhiteSpace) > 2
                && Translation.Words(english).Any(char.IsLetter))
            .Should().BeEmpty();

    private static IReadOnlyDictionary<string, string> Texts(string language) =>
        language == "en" ? Translation.English : Translation.Of(language);
}
