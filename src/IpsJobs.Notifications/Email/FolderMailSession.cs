using System.Globalization;
using MimeKit;

namespace IpsJobs.Notifications.Email;

/// <summary>Writes mails into one folder. The name follows from the mail, so a second attempt replaces the first.</summary>
internal sealed class FolderMailSession(string folder) : IMailSession
{
    private const int MaxNameLength = 200;

    public bool IsOpen => true;

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var final = Path.Combine(folder, FileName(message));
        // Whoever watches the folder for *.eml must never see half a mail.
        var temporary = final + ".tmp";
        message.Prepare(EncodingConstraint.SevenBit);
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await message.WriteToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, final, overwrite: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string FileName(MimeMessage message)
    {
        var id = message.MessageId ?? "";
        var local = id[..(id.IndexOf('@', StringComparison.Ordinal) is var cut and >= 0 ? cut : id.Length)];
        var safe = new string([.. local.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
        var when = message.Date.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return $"{when}-{(safe.Length > MaxNameLength ? safe[..MaxNameLength] : safe)}.eml";
    }
}
