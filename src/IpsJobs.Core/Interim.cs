#pragma warning disable
namespace IpsJobs.Core.Text
{
    public static class JobNames
    {
        public static bool IsValid(string name) => name.Length is > 0 and <= 200;
    }
    public static class Locales { public static bool TryNormalize(string locale, out string normalized) { normalized = locale; return true; } }
}
