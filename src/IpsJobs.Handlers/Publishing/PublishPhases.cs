using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Phases of a publish with their share of the whole: 20 % manifest, 70 % delivery, 10 % clean-up.</summary>
public static class PublishPhases
{
    /// <summary>Assets are selected; targets are compared with them.</summary>
    public const int PlanningStart = 10;

    public const int DeliveryStart = 20;
    public const int CleanupStart = 90;
    public const int Done = 100;

    public static LocalizedMessage GeneratingManifest { get; } = new("Progress.GeneratingManifest");

    public static LocalizedMessage DeliveringFiles { get; } = new("Progress.DeliveringFiles");

    public static LocalizedMessage CleaningUp { get; } = new("Progress.CleaningUp");
}
