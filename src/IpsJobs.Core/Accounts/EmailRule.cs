namespace IpsJobs.Core.Accounts;

/// <summary>What can be the e-mail of a user: it is a login name and part of handles first of all.</summary>
public static class EmailRule
{
    private const int MaxLength = 254;

    public static bool IsAddress(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at < text.Length - 1
            && at == text.LastIndexOf('@')
            && text.Length <= MaxLength
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '|' or '<' or '>' or '"' or ',' or ';');
    }
}
