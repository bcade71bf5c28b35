namespace IpsJobs.Core.Outbox;

/// <summary>A warning for the administrators of one company.</summary>
/// <param name="Kind">What it warns of.</param>
/// <param name="ReachUtc">Everything up to this instant is warned of with it; nothing of that is ever warned of again.</param>
/// <param name="Notice">What it says.</param>
/// <param name="Recipients">E-mail addresses; each gets a mail of its own.</param>
public sealed record NewWarning(WarningKind Kind, DateTimeOffset ReachUtc, Notice Notice, IReadOnlyList<string> Recipients);
