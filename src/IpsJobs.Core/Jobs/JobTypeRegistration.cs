namespace IpsJobs.Core.Jobs;

/// <summary>One registered job type.</summary>
/// <param name="Info">What the frame knows of it.</param>
/// <param name="HandlerType">Its <see cref="IJobHandler"/>.</param>
/// <param name="RulesType">Its <see cref="IBlockRules"/>; null for a type that the server alone starts.</param>
public sealed record JobTypeRegistration(JobTypeInfo Info, Type HandlerType, Type? RulesType);
