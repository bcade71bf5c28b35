namespace IpsJobs.Core.Messages;

/// <summary>A text for people, kept as key and arguments so that it can be read later in any language.</summary>
/// <param name="Key">Name of the text in the message resources, e.g. <c>Log.UploadSuccess</c>.</param>
/// <param name="Arguments">Values for the places <c>{0}</c>, <c>{1}</c> … of the text; names and paths are never translated.</param>
public sealed record LocalizedMessage(string Key, params string[] Arguments);
