using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>Refuses a secret that can be guessed.</summary>
public sealed class NotificationOptionsValidator : IValidateOptions<NotificationOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, NotificationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.SigningSecret.Length is 0 or >= ShortestSecret
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Notifications:SigningSecret must be empty or at least 16 characters");
    }
}
