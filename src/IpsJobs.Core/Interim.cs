#pragma warning disable
namespace IpsJobs.Core.Schedules
{
    public sealed class ScheduleFormatException(string value, string detail) : Exception(detail) { public string Value => value; public string Detail => detail; }
    public sealed class ExecSchedule
    {
        private Cronos.CronExpression e = null!;
        public string Raw { get; private set; } = "";
        public static ExecSchedule Parse(string raw) => new() { Raw = raw, e = Cronos.CronExpression.Parse(raw.Trim(), raw.Trim().Split(' ').Length == 6 ? Cronos.CronFormat.IncludeSeconds : Cronos.CronFormat.Standard) };
        public DateTimeOffset? NextAfter(DateTimeOffset after, TimeZoneInfo zone) => e.GetNextOccurrence(after, zone);
        public bool FiresDenserThan(TimeSpan limit, DateTimeOffset from, TimeZoneInfo zone) => false;
    }
    public static class ServerZone
    {
        public static string ShortName(TimeZoneInfo zone) => zone.StandardName;
        public static DateTimeOffset FromServerLocal(DateTime unspecified, TimeZoneInfo zone) => new(unspecified, zone.GetUtcOffset(unspecified));
    }
}
namespace IpsJobs.Core.Assets
{
    public enum NameSpace { Catalog = 0, Static = 1 }
    public sealed class PathEscapeException(string path) : Exception(path);
    public sealed class ConfinedRoot(string root) { public string Root => root; public string Resolve(string relative) => Path.Combine(root, relative); }
}
namespace IpsJobs.Core.Text
{
    public static class JobNames
    {
        public static bool IsValid(string name) => name.Length is > 0 and <= 200;
    }
    public static class Locales { public static bool TryNormalize(string locale, out string normalized) { normalized = locale; return true; } }
}
