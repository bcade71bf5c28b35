namespace IpsJobs.Core.Handles;

/// <summary>Names a folder by its path: <c>MyCompany/PDF/</c> or <c>f|MyCompany/PDF/</c>.</summary>
/// <param name="Path">Separated by and ending in "/". It is as the client wrote it: not yet checked against a company's root.</param>
public readonly record struct FolderHandle(string Path)
{
    private const string Tag = "f";

    public static bool TryParse(string? text, out FolderHandle handle)
    {
        handle = default;
        if (HandleFields.Split(text, Tag) is not [{ Length: > 0 } given])
            return false;
        var path = given.Replace('\\', '/');
        handle = new FolderHandle(path.EndsWith('/') ? path : path + "/");
        return true;
    }

    public string ToString(HandleForm form) => form == HandleForm.D0 ? Path : $"{Tag}|{Path}";

    public override string ToString() => ToString(HandleForm.D2);
}
