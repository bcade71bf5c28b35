namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Every operation in every version, by default.</summary>
public sealed class LenientOperationVersionTests(LenientWorld world) : OperationVersionTests(world), IClassFixture<LenientWorld>;
