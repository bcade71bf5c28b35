#pragma warning disable
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
