using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>A remark on a log row that belongs to the same file.</summary>
/// <param name="LogType"><c>UploadWarning</c> or <c>UploadError</c>; the API allows no other.</param>
/// <param name="Message">The remark.</param>
/// <param name="CreatedUtc">When it was made.</param>
public sealed record AuxEntry(string LogType, LocalizedMessage Message, DateTimeOffset CreatedUtc);
