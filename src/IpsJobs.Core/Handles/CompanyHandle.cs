namespace IpsJobs.Core.Handles;

/// <summary>Names a company: <c>47</c> or <c>c|47</c>.</summary>
public readonly record struct CompanyHandle(int CompanyId)
{
    private const string Tag = "c";

    public static bool TryParse(string? text, out CompanyHandle handle)
    {
        handle = default;
        if (HandleFields.Split(text, Tag) is not [var id] || !HandleFields.TryInt32(id, out var companyId))
            return false;
        handle = new CompanyHandle(companyId);
        return true;
    }

    public string ToString(HandleForm form) =>
        form == HandleForm.D0 ? HandleFields.Text(CompanyId) : $"{Tag}|{HandleFields.Text(CompanyId)}";

    public override string ToString() => ToString(HandleForm.D2);
}
