namespace IpsJobs.Core.Handles;

/// <summary>Names a user by id and e-mail, both of which must be right: <c>70|user@host</c> or <c>u|70|user@host</c>.</summary>
/// <remarks>Two handles are equal when they differ only in the letter case of the e-mail.</remarks>
public readonly record struct UserHandle(int UserId, string Email)
{
    private const string Tag = "u";

    public static bool TryParse(string? text, out UserHandle handle)
    {
        handle = default;
        if (HandleFields.Split(text, Tag) is not [var id, var email])
            return false;
        if (!HandleFields.TryInt32(id, out var userId) || string.IsNullOrWhiteSpace(email))
            return false;
        handle = new UserHandle(userId, email);
        return true;
    }

    public bool Equals(UserHandle other) =>
        UserId == other.UserId && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() =>
        HashCode.Combine(UserId, StringComparer.OrdinalIgnoreCase.GetHashCode(Email ?? ""));

    public string ToString(HandleForm form)
    {
        var fields = $"{HandleFields.Text(UserId)}|{Email}";
        return form == HandleForm.D0 ? fields : $"{Tag}|{fields}";
    }

    public override string ToString() => ToString(HandleForm.D2);
}
