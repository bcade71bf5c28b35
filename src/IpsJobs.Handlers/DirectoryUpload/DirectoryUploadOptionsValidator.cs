using IpsJobs.Core.Assets;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Stops the start when a setting of section <c>DirectoryUpload</c> is wrong, naming all that are.</summary>
internal sealed class DirectoryUploadOptionsValidator : IValidateOptions<DirectoryUploadOptions>
{
    private const string Prefix = DirectoryUploadOptions.Section + ":";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DirectoryUploadOptions options)
    {
        var problems = new List<string>();
        Check(options.Copiers is >= 1 and <= 64, nameof(options.Copiers), "1 to 64");
        Check(options.Batch is >= 1 and <= 4096, nameof(options.Batch), "1 to 4096");
        Check(options.SettleTime >= TimeSpan.Zero, nameof(options.SettleTime), "zero or longer");
        Check(AreExpressions(options.TemporaryFiles), nameof(options.TemporaryFiles), "regular expressions, separated by blanks, without look-around");
        Check(
            Disposition.Find(options.SourceDisposition) is not null,
            nameof(options.SourceDisposition),
            "keep, delete or move:DIR with a directory below the incoming directory");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void Check(bool isLegal, string setting, string allowed)
        {
            if (!isLegal)
                problems.Add($"{Prefix}{setting} must be {allowed}");
        }
    }

    internal static TemporaryFiles Compile(string patterns) => new(patterns.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool AreExpressions(string patterns)
    {
        try
        {
            Compile(patterns);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
