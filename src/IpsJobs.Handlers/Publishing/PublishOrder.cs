namespace IpsJobs.Handlers.Publishing;

/// <summary>What a publish job asks of the engine.</summary>
/// <param name="ContextHandle">As given; null or empty asks for the default context.</param>
/// <param name="ContextTypes">Types of context, in the order in which they are looked for.</param>
/// <param name="Family">Types of its log rows.</param>
/// <param name="OnlyChanges">True leaves out assets that lie on a target as they are now.</param>
public sealed record PublishOrder(
    string? ContextHandle, IReadOnlyList<string> ContextTypes, PublishFamily Family, bool OnlyChanges = false);
