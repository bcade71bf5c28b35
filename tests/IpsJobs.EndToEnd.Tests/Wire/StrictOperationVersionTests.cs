namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Every operation in every version, with the strict schema.</summary>
public sealed class StrictOperationVersionTests(StrictWorld world) : OperationVersionTests(world), IClassFixture<StrictWorld>;
