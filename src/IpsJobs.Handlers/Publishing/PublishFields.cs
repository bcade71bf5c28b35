namespace IpsJobs.Handlers.Publishing;

/// <summary>The fields that publish blocks share.</summary>
/// <param name="ContextType">A constant of <see cref="Core.Constants.PublishContextTypes"/>.</param>
/// <param name="EmailSetting">As given.</param>
/// <param name="HttpCompletionUrl">As given; null or empty means no call.</param>
/// <param name="ContextHandle">As given; null or empty means the default context.</param>
public sealed record PublishFields(string ContextType, string? EmailSetting, string? HttpCompletionUrl, string? ContextHandle);
