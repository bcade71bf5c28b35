using System.Net;
using Microsoft.Extensions.Options;
using MimeKit;

namespace IpsJobs.Notifications.Email;

/// <summary>Lists every wrong setting of the section <c>Mail</c>.</summary>
public sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(MailOptions options)
    {
        if (options.Port is < 0 or > IPEndPoint.MaxPort)
            yield return "Mail:Port must be 0 (the usual port) to 65535";
        if (!Enum.IsDefined(options.TlsMode))
            yield return $"Mail:TlsMode must be one of {string.Join(", ", Enum.GetNames<MailTlsMode>())}";
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
            yield return "Mail:Timeout must be above 00:00:00 and at most 00:10:00";
        if (options.From.Length > 0 && !IsAddress(options.From))
            yield return "Mail:From must be an e-mail address, such as 'IPS <ips@example.com>'";
        if (options.ReplyTo.Length > 0 && !IsAddress(options.ReplyTo))
            yield return "Mail:ReplyTo must be an e-mail address, such as 'Image team <images@example.com>'";
        if (options.CaFile.Length > 0 && !File.Exists(options.CaFile))
            yield return "Mail:CaFile must be the path of a PEM file with certificates";
        if (options.User.Length == 0 && options.Password.Length > 0)
            yield return "Mail:User must be set because Mail:Password is";
    }

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal);
}
