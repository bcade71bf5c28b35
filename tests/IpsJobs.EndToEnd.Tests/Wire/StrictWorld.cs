namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>With <c>Api:StrictSchema</c>: requests must be as the schema of their version says.</summary>
public sealed class StrictWorld() : LiveWorld(strictSchema: true);
