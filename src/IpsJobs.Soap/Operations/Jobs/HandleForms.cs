using IpsJobs.Contracts;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Rewrites the handles inside a job block, which were stored as some client sent them, in the form of one reply.</summary>
/// <remarks>A handle that cannot be read, or a short asset handle where long ones are written, stays as it was sent.</remarks>
internal sealed class HandleForms(HandleForm form)
{
    public HandleArray? Assets(HandleArray? handles) => Rewrite(handles, Asset);

    public HandleArray? Projects(HandleArray? handles) => Rewrite(handles, Project);

    public string? Asset(string? text) =>
        AssetHandle.TryParse(text, out var handle) && (form == HandleForm.D2 || handle.TypeCode is not null) ? handle.ToString(form) : text;

    public static string? Context(string? text) => PublishContextHandle.TryParse(text, out var handle) ? handle.ToString() : text;

    private string? Project(string? text) => ProjectHandle.TryParse(text, out var handle) ? handle.ToString(form) : text;

    private static HandleArray? Rewrite(HandleArray? handles, Func<string?, string?> one)
    {
        for (var i = 0; i < handles?.Items.Count; i++)
            handles.Items[i] = one(handles.Items[i])!;
        return handles;
    }
}
