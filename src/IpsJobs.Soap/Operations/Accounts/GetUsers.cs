using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Soap.Operations.Jobs;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Lists the users whom the caller administers, by company, role and name, page by page.</summary>
internal sealed class GetUsers(UserLists users, AdministeredUsers administered) : IOperation
{
    public string Name => "getUsers";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetUsersParam)call.Param;
        var found = await users.SearchAsync(call.Request, Read(param), cancellationToken);
        var size = ListRules.UpTo(int.MaxValue, param.RecordsPerPage, int.MaxValue, "recordsPerPage");
        var page = ListRules.UpTo(int.MaxValue, param.ResultsPage, 1, "resultsPage");
        var scope = await administered.CompaniesAsync(call.Request, cancellationToken);
        var array = new UserArray();
        foreach (var account in found.Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Take(size))
            array.Items.Add(UserMapping.ToContract(account, scope, call.Request.Caller, call.Handles));
        return new GetUsersReturn { UserArray = array };
    }

    private static UserQuery Read(GetUsersParam param)
    {
        // There are no groups here, so a handle can name none.
        if (param.GroupHandleArray?.Items is [var group, ..])
            throw Violations.InvalidHandle(group, "groupHandleArray/items[1]");
        foreach (var role in param.UserRoleArray?.Items ?? [])
            ListRules.OneOf(UserRoles.All, role, "", "userRoleArray/items");
        return new UserQuery
        {
            IncludeInvalid = param.IncludeInvalid == true,
            IncludeInactive = param.IncludeInactive == true,
            CompanyHandles = param.CompanyHandleArray?.Items is { Count: > 0 } handles ? handles : null,
            Roles = [.. (param.UserRoleArray?.Items ?? []).Where(role => !string.IsNullOrWhiteSpace(role))],
            FilterField = ListRules.OneOf(UserCharFilterFields.All, param.CharFilterField, UserCharFilterFields.None, "charFilterField"),
            Filter = param.CharFilter,
            SortBy = ListRules.OneOf(UserSortFields.All, param.SortBy, UserSortFields.None, "sortBy"),
        };
    }
}
