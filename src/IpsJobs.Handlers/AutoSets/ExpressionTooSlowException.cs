namespace IpsJobs.Handlers.AutoSets;

/// <summary>An expression of a preset takes too long on real names; no more sets can be made with the preset.</summary>
public sealed class ExpressionTooSlowException : Exception;
