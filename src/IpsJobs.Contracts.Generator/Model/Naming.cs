using System;
using System.Globalization;
using System.Linq;

namespace IpsJobs.Contracts.Generator.Model;

/// <summary>C# names for the WSDL's names.</summary>
internal static class Naming
{
    /// <summary>Upper-cases the first letter of every part between underscores: <c>is_modifier</c> becomes <c>IsModifier</c>.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Select(Capitalize));

    private static string Capitalize(string part) =>
        char.ToUpper(part[0], CultureInfo.InvariantCulture) + part.Substring(1);
}
