using System.Diagnostics.CodeAnalysis;

namespace IpsJobs.Core.Handles;

/// <summary>Names a job: in the scheduled form a trigger and all its instances, in the instance form one run.</summary>
/// <remarks>
/// Exactly one of the two names is set. The instance id is null in handles of versions before 2010-01-31;
/// then the newest instance of that name is meant.
/// </remarks>
public sealed record JobHandle(int CompanyId, string? ScheduledName, string? InstanceName, long? InstanceId)
{
    private const string Tag = "j";

    public bool IsInstance => InstanceName is not null;

    /// <summary>Whichever of the two names is set.</summary>
    public string Name => InstanceName ?? ScheduledName ?? "";

    public static JobHandle ForScheduled(int companyId, string name) => new(companyId, name, null, null);

    public static JobHandle ForInstance(int companyId, string instanceName, long instanceId) =>
        new(companyId, null, instanceName, instanceId);

    /// <remarks>Empty fields at the end may be missing: <c>j|110|katlyn</c> is <c>j|110|katlyn||</c>.</remarks>
    public static bool TryParse(string? text, [NotNullWhen(true)] out JobHandle? handle)
    {
        handle = null;
        var fields = HandleFields.Split(text, Tag);
        if (fields.Length is < 2 or > 4 || !HandleFields.TryInt32(fields[0], out var companyId))
            return false;
        handle = FromNames(companyId, Field(fields, 1), Field(fields, 2), Field(fields, 3));
        return handle is not null;
    }

    public string ToString(HandleForm form)
    {
        var fields = $"{HandleFields.Text(CompanyId)}|{ScheduledName}|{InstanceName}";
        return form switch
        {
            HandleForm.D0 => fields,
            HandleForm.D1 => $"{Tag}|{fields}",
            _ => $"{Tag}|{fields}|{(InstanceId is { } id ? HandleFields.Text(id) : "")}",
        };
    }

    public override string ToString() => ToString(HandleForm.D2);

    private static string Field(string[] fields, int index) => index < fields.Length ? fields[index] : "";

    private static JobHandle? FromNames(int companyId, string scheduled, string instance, string id)
    {
        if (string.IsNullOrWhiteSpace(scheduled) == string.IsNullOrWhiteSpace(instance))
            return null;
        // A blank beside the other name is neither a name nor an empty field.
        if (scheduled.Length > 0 && instance.Length > 0)
            return null;
        if (id.Length == 0)
            return scheduled.Length > 0 ? ForScheduled(companyId, scheduled) : new(companyId, null, instance, null);
        // An id belongs to one run, a scheduled name to many.
        return instance.Length > 0 && HandleFields.TryInt64(id, out var instanceId)
            ? ForInstance(companyId, instance, instanceId)
            : null;
    }
}
