using System.Collections.Generic;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Wsdl;

/// <summary>A complex type, named or of a global element.</summary>
internal sealed record WsdlType(string Name, TypeRole Role, string Namespace, IReadOnlyList<WsdlElement> Elements);
