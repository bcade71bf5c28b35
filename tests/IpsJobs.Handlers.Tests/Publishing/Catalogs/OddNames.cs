namespace IpsJobs.Handlers.Tests.Publishing.Catalogs;

/// <summary>Names and texts that a careless writer would not bring through a tab-separated file.</summary>
internal static class OddNames
{
    /// <summary>Fit for files on disk; some can only come from earlier versions or damaged rows, since uploads delete such characters.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "plain",
        "two  blanks inside",
        "Größe – 日本語 🎥",
        "de\u0301compose\u0301",
        "say \"so\"",
        "\"leading quote",
        "tab\there",
        "line\nbreak",
        "carriage\rreturn",
        "a&b <c> 'd'",
        "100%25, a;b:c {d} (e)",
        "#comment=value",
        "x" + new string('y', 180),
    ];

    /// <summary>All of them in one text.</summary>
    public static string Joined { get; } = string.Join(" | ", All);
}
