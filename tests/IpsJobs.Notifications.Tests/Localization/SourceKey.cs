namespace IpsJobs.Notifications.Tests.Localization;

/// <summary>A message key found in the source.</summary>
/// <param name="File">Where.</param>
/// <param name="Key">The key, or the beginning of keys put together at run time.</param>
/// <param name="IsPrefix">True when code adds to it.</param>
/// <param name="Arguments">Number of arguments where they are written out; null where they are not.</param>
public sealed record SourceKey(string File, string Key, bool IsPrefix, int? Arguments);
