namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>The default: order and version of elements do not matter.</summary>
public sealed class LenientWorld() : LiveWorld(strictSchema: false);
