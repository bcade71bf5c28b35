namespace IpsJobs.Core.Handles;

/// <summary>Names a publish context: <c>pc|3001</c>; on input the number alone will do.</summary>
public readonly record struct PublishContextHandle(int ContextId)
{
    private const string Tag = "pc";

    public static bool TryParse(string? text, out PublishContextHandle handle)
    {
        handle = default;
        if (HandleFields.Split(text, Tag) is not [var id] || !HandleFields.TryInt32(id, out var contextId))
            return false;
        handle = new PublishContextHandle(contextId);
        return true;
    }

    public override string ToString() => $"{Tag}|{HandleFields.Text(ContextId)}";
}
