using System.Globalization;

namespace IpsJobs.Core.Text;

/// <summary>What a job may be called and what its runs are called after it.</summary>
public static class JobNames
{
    public const int LargestLength = 200;

    /// <summary>What a follow-on publish has in front of the upload's name.</summary>
    public const string FollowOnPrefix = "Pub_";

    /// <summary>Brings a submitted name into the form that is stored: without blanks around it.</summary>
    /// <returns>False, with an empty name, when it is empty, too long, or would break a handle.</returns>
    public static bool TryNormalize(string? submitted, out string name)
    {
        var trimmed = submitted?.Trim() ?? "";
        // A bar separates the fields of a handle, so a name that holds one could never be asked for.
        var isValid = trimmed.Length is > 0 and <= LargestLength && !trimmed.Any(c => c == '|' || char.IsControl(c));
        name = isValid ? trimmed : "";
        return isValid;
    }

    /// <summary>The name of one run: the job's name and the start as the clocks of the server show it, to the millisecond.</summary>
    /// <remarks>Two runs of one millisecond, or of a repeated hour, clash; the caller then asks for a millisecond later.</remarks>
    public static string Instance(string originalName, DateTimeOffset start, TimeZoneInfo zone) =>
        originalName + TimeZoneInfo.ConvertTime(start, zone).ToString("'_'yyyy-MM-dd-HH':'mm':'ss.fff", CultureInfo.InvariantCulture);
}
