namespace IpsJobs.Soap.Faults;

/// <summary>A fault, before a SOAP version gives it its form.</summary>
/// <param name="Text">The fault string: the name of the detail element.</param>
/// <param name="Detail">The API's own fault; null for the one fault that is SOAP's, a header not understood.</param>
internal sealed record Fault(string Text, FaultDetail? Detail);
