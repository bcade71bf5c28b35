namespace IpsJobs.Core.Handles;

/// <summary>Names a project by its company and its own name: <c>47|My Project 1</c> or <c>p|47|My Project 1</c>.</summary>
/// <remarks>The number is the company's, as in a job handle; projects show no number of their own.</remarks>
public readonly record struct ProjectHandle(int CompanyId, string Name)
{
    private const string Tag = "p";

    public static bool TryParse(string? text, out ProjectHandle handle)
    {
        handle = default;
        if (HandleFields.Split(text, Tag) is not [var id, var name])
            return false;
        if (!HandleFields.TryInt32(id, out var companyId) || string.IsNullOrWhiteSpace(name))
            return false;
        handle = new ProjectHandle(companyId, name);
        return true;
    }

    public string ToString(HandleForm form)
    {
        var fields = $"{HandleFields.Text(CompanyId)}|{Name}";
        return form == HandleForm.D0 ? fields : $"{Tag}|{fields}";
    }

    public override string ToString() => ToString(HandleForm.D2);
}
