namespace IpsJobs.Core.Jobs;

/// <summary>One registered job type.</summary>
public sealed record JobTypeRegistration(JobTypeInfo Info, Type HandlerType, Type RulesType);
