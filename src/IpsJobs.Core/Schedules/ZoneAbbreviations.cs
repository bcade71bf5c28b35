using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IpsJobs.Core.Schedules;

/// <summary>Finds what a zone is called for short, which the framework does not tell.</summary>
/// <remarks>The last line of a compiled zone file is a rule such as <c>PST8PDT,M3.2.0,M11.1.0</c>.</remarks>
internal static partial class ZoneAbbreviations
{
    // For machines without zone files; elsewhere the files are right for every zone.
    private static readonly FrozenDictionary<string, string> Common = new Dictionary<string, string>
    {
        ["UTC"] = "UTC",
        ["Etc/UTC"] = "UTC",
        ["America/New_York"] = "EST",
        ["America/Chicago"] = "CST",
        ["America/Denver"] = "MST",
        ["America/Los_Angeles"] = "PST",
        ["Europe/London"] = "GMT",
        ["Europe/Paris"] = "CET",
        ["Europe/Berlin"] = "CET",
        ["Europe/Amsterdam"] = "CET",
        ["Europe/Rome"] = "CET",
        ["Europe/Madrid"] = "CET",
        ["Asia/Kolkata"] = "IST",
        ["Asia/Tokyo"] = "JST",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? Find(TimeZoneInfo zone)
    {
        var id = zone.HasIanaId || !TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? zone.Id : iana;
        return FromRule(ReadRule(id)) ?? Common.GetValueOrDefault(id);
    }

    /// <summary>The name that goes with the smaller offset, which is standard time also where the rule has it the other way round.</summary>
    internal static string? FromRule(string rule)
    {
        if (RuleNames().Match(rule) is not { Success: true } match)
            return null;
        var standard = match.Groups["standard"].Value;
        var summer = match.Groups["summer"];
        if (!summer.Success)
            return standard;
        var isWinter = match.Groups["ahead"].Success && West(match.Groups["ahead"]) > West(match.Groups["west"]);
        return isWinter ? summer.Value : standard;
    }

    private static string ReadRule(string id)
    {
        var folder = Environment.GetEnvironmentVariable("TZDIR") ?? "/usr/share/zoneinfo";
        var file = Path.Combine(folder, id);
        // The id of a zone made in code may be any text, also a path.
        if (!ZoneId().IsMatch(id) || !File.Exists(file))
            return "";
        var lines = File.ReadAllText(file, Encoding.Latin1).Split('\n');
        return lines.Length > 1 ? lines[^2] : "";
    }

    // Rules count hours westward: "8" is eight hours behind UTC. Minutes follow a colon.
    private static double West(Group group)
    {
        var parts = group.Value.Split(':').Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return parts[0] + (parts.Length > 1 ? Math.CopySign(parts[1], parts[0]) / 60 : 0);
    }

    [GeneratedRegex(
        "^(?<standard>[A-Za-z]{3,})(?<west>[+-]?[0-9:]+)((?<summer>[A-Za-z]{3,})(?<ahead>[+-]?[0-9:]+)?,.*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RuleNames();

    [GeneratedRegex("^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneId();
}
