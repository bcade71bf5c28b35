namespace IpsJobs.Core.Handles;

/// <summary>Names a property set: <c>ps|941</c>; on input the number alone will do.</summary>
public readonly record struct PropertySetHandle(int PropertySetId)
{
    private const string Tag = "ps";

    public static bool TryParse(string? text, out PropertySetHandle handle)
    {
        handle = default;
        if (HandleFields.Split(text, Tag) is not [var id] || !HandleFields.TryInt32(id, out var propertySetId))
            return false;
        handle = new PropertySetHandle(propertySetId);
        return true;
    }

    public override string ToString() => $"{Tag}|{HandleFields.Text(PropertySetId)}";
}
