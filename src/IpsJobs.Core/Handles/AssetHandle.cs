namespace IpsJobs.Core.Handles;

/// <summary>Names an asset: <c>a|885289</c>, or long with type code and type id: <c>24267|1|17063</c>, <c>a|732|1|535</c>.</summary>
/// <remarks>Only the asset id finds the asset; the other two, when a client sent them, must agree with it.</remarks>
public readonly record struct AssetHandle(long AssetId, int? TypeCode = null, long? TypeId = null)
{
    private const string Tag = "a";

    public static bool TryParse(string? text, out AssetHandle handle)
    {
        handle = default;
        var fields = HandleFields.Split(text, Tag);
        if (fields.Length is not (1 or 3) || !HandleFields.TryInt64(fields[0], out var assetId))
            return false;
        if (fields.Length == 1)
        {
            handle = new AssetHandle(assetId);
            return true;
        }
        if (!HandleFields.TryInt32(fields[1], out var typeCode) || !HandleFields.TryInt64(fields[2], out var typeId))
            return false;
        handle = new AssetHandle(assetId, typeCode, typeId);
        return true;
    }

    /// <summary>Whether this handle, as a client sent it, can mean the asset that <paramref name="known"/> describes in full.</summary>
    public bool AgreesWith(AssetHandle known) =>
        AssetId == known.AssetId
        && (TypeCode is null || (TypeCode == known.TypeCode && TypeId == (known.TypeId ?? known.AssetId)));

    /// <exception cref="InvalidOperationException">The form is long and the type code is not known.</exception>
    public string ToString(HandleForm form) => form switch
    {
        HandleForm.D0 => LongFields(),
        HandleForm.D1 => $"{Tag}|{LongFields()}",
        _ => $"{Tag}|{HandleFields.Text(AssetId)}",
    };

    public override string ToString() => ToString(HandleForm.D2);

    private string LongFields()
    {
        var code = TypeCode ?? throw new InvalidOperationException($"A long handle of asset {AssetId} needs its type code.");
        return $"{HandleFields.Text(AssetId)}|{HandleFields.Text(code)}|{HandleFields.Text(TypeId ?? AssetId)}";
    }
}
