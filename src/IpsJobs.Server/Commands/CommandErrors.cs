using IpsJobs.Core.Accounts;
using IpsJobs.Server.Client;
using IpsJobs.Storage;
using Microsoft.Extensions.Options;

namespace IpsJobs.Server.Commands;

/// <summary>Turns what a user can mend into one line on standard error instead of a stack trace.</summary>
internal static class CommandErrors
{
    private const int Failed = 2;

    public static async Task<int> CatchAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (AggregateException errors) when (errors.InnerExceptions.All(e => e is OptionsValidationException))
        {
            foreach (var error in errors.InnerExceptions)
                await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
        catch (Exception error) when (error is OptionsValidationException or StoreUnavailableException or NameTakenException
            or CommandException or IpsFaultException or HttpRequestException or IOException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
    }
}
