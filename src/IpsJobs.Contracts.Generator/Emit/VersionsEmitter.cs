using System.Linq;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Emit;

/// <summary>Emits the known versions into <c>ContractVersion</c>.</summary>
internal static class VersionsEmitter
{
    public static string Emit(ContractModel model)
    {
        var code = new CodeWriter("System.Collections.Generic");
        code.Open("public sealed partial class ContractVersion");
        code.Summary("The namespace that all versions share: faults, and whatever is sent without a version.");
        code.Line($"public const string BaseNamespace = \"{model.BaseNamespace}\";").Line("");
        code.Summary("The unversioned API.");
        code.Line("public static ContractVersion Unversioned { get; } = new(\"\", 0);").Line("");
        for (var i = 1; i < model.Versions.Count; i++)
        {
            var name = model.Versions[i];
            code.Summary($"Version {name}.");
            code.Line($"public static ContractVersion {Property(name)} {{ get; }} = new(\"{name}\", {i});").Line("");
        }

        var known = model.Versions.Skip(1).Select(Property).ToArray();
        code.Summary("The version that the WSDL file has.");
        code.Line($"public static ContractVersion Latest => {known.Last()};").Line("");
        code.Summary("The known versions, oldest first.");
        code.Line("public static IReadOnlyList<ContractVersion> All { get; } = new ContractVersion[]");
        code.Line($"    {{ Unversioned, {string.Join(", ", known)} }};");
        return code.Close().ToString();
    }

    private static string Property(string version) => "V" + version.Replace("-", "");
}
