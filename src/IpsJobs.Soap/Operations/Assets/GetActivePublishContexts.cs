using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Names the publish contexts of a company that have an active server, by id.</summary>
internal sealed class GetActivePublishContexts(AssetScope scope, IAccountDirectory accounts) : IOperation
{
    public string Name => "getActivePublishContexts";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var company = await scope.RequireAsync(call, ((GetActivePublishContextsParam)call.Param).CompanyHandle, cancellationToken);
        var array = new StringArray();
        foreach (var context in await accounts.ListContextsAsync(company.CompanyId, cancellationToken))
        {
            if ((await accounts.ListServersAsync(context.ContextId, cancellationToken)).Any(server => server.IsActive))
                array.Items.Add(context.Name);
        }

        return new GetActivePublishContextsReturn { ContextArray = array };
    }
}
