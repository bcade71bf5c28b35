using System.Text.Json;

namespace IpsJobs.Core.Messages;

/// <summary>A message that stands as an argument inside another, so that both are read in the same language.</summary>
public static class NestedMessage
{
    // A character that no name, path or number begins with.
    private const char Mark = '\u001E';

    /// <summary>The message as an argument.</summary>
    public static string Write(LocalizedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Mark + JsonSerializer.Serialize<string[]>([message.Key, .. message.Arguments]);
    }

    /// <summary>The message in an argument; null when it is plain text.</summary>
    public static LocalizedMessage? Find(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        if (argument is not [Mark, ..])
            return null;
        try
        {
            return JsonSerializer.Deserialize<string[]>(argument.AsSpan(1)) is [{ } key, .. var arguments]
                ? new LocalizedMessage(key, arguments)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
