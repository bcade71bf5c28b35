using IpsJobs.Contracts;
using Context = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Shows publish contexts.</summary>
internal static class ContextMapping
{
    public static PublishContextArray ToContract(IEnumerable<Context> contexts)
    {
        var array = new PublishContextArray();
        array.Items.AddRange(contexts.Select(context => new PublishContext
        {
            ContextHandle = context.Handle.ToString(),
            ContextName = context.Name,
            ContextType = context.Type,
        }));
        return array;
    }
}
