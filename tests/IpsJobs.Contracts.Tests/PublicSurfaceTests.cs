using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpsJobs.Contracts.Tests;

/// <summary>The public types and members of the contract as a checked-in list, so that every change of them is reviewed.</summary>
public class PublicSurfaceTests
{
    private const string RenewVariable = "IPSJOBS_RENEW_SNAPSHOTS";
    private const string FileName = "PublicSurface.txt";
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void PublicSurface_IsAsReviewed()
    {
        var actual = Describe();
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1")
            File.WriteAllLines(SnapshotPath(), actual);
        var reviewed = File.ReadAllLines(SnapshotPath());
        var added = actual.Except(reviewed);
        var removed = reviewed.Except(actual);
        added.Concat(removed).Should().BeEmpty(
            "the public surface must equal {0}; when the change is meant, run the test with {1}=1 and commit the file",
            FileName,
            RenewVariable);
    }

    // Found from the test's own folder: the path in the symbols is not that of the machine when builds are deterministic.
    private static string SnapshotPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("IpsJobs.Contracts.Tests.csproj").Length == 0)
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"The test project is not above {AppContext.BaseDirectory}.");
        return Path.Combine(folder.FullName, FileName);
    }

    private static List<string> Describe() =>
        typeof(IContractType).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Order(StringComparer.Ordinal).Prepend(type.Name)).ToList();

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var member in type.GetMembers(Declared))
        {
            if (member is MethodBase { IsSpecialName: true } and not ConstructorInfo || IsHidden(member))
                continue;
            yield return string.Create(CultureInfo.InvariantCulture, $"{type.Name}.{member.Name}: {Signature(member)}");
        }
    }

    // Compiled into every class of its kind; listing it would bury what was written.
    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never
        || member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null;

    private static string Signature(MemberInfo member) => member switch
    {
        PropertyInfo property => Name(property.PropertyType) + (property.SetMethod is { IsPublic: true } ? " get set" : " get"),
        MethodInfo method => $"({Parameters(method)}) {Name(method.ReturnType)}",
        ConstructorInfo constructor => $"({Parameters(constructor)})",
        FieldInfo field => Name(field.FieldType),
        _ => member.MemberType.ToString(),
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
