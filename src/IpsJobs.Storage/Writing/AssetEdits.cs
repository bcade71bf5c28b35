using IpsJobs.Core.Assets;

namespace IpsJobs.Storage.Writing;

/// <summary>Changes what is known of an asset, part by part.</summary>
internal static class AssetEdits
{
    private const string Stamp = """UPDATE "Assets" SET "ModifiedUtc" = ?2, "ModifiedBy" = ?3 WHERE "AssetId" = ?1""";
    private const string SetMark = """UPDATE "Assets" SET "ReadyForPublish" = ?2 WHERE "AssetId" = ?1""";
    private const string SetName = """UPDATE "Assets" SET "Name" = ?2, "MetadataUtc" = ?3 WHERE "AssetId" = ?1""";
    private const string SetFileName = """UPDATE "Assets" SET "FileName" = ?2 WHERE "AssetId" = ?1""";
    private const string SetKeywords = """UPDATE "Assets" SET "Keywords" = ?2, "MetadataUtc" = ?3 WHERE "AssetId" = ?1""";
    private const string SetDetails = """UPDATE "Assets" SET "Details" = ?2, "MaskPath" = ?3 WHERE "AssetId" = ?1""";
    private const string SetMetadata = """UPDATE "Assets" SET "Metadata" = ?2, "MetadataUtc" = ?3 WHERE "AssetId" = ?1""";
    private const string ReadMetadata = """SELECT "Metadata" FROM "Assets" WHERE "AssetId" = ?1""";

    public static long Apply(WriteSession session, EditAsset edit)
    {
        session.Execute(Stamp, edit.AssetId, session.UtcNow, edit.UserId);
        if (edit.ReadyForPublish is { } mark)
            session.Execute(SetMark, edit.AssetId, mark);
        if (edit.Name is { } name)
            session.Execute(SetName, edit.AssetId, name, session.UtcNow);
        if (edit.FileName is { } fileName)
            session.Execute(SetFileName, edit.AssetId, fileName);
        if (edit.Keywords is { } keywords)
            session.Execute(SetKeywords, edit.AssetId, StoreJson.Write(keywords), session.UtcNow);
        if (edit.Details is { } details)
            session.Execute(SetDetails, edit.AssetId, StoreJson.Write(details), details.Mask?.Path);
        if (edit.Metadata is { } metadata)
            session.Execute(SetMetadata, edit.AssetId, StoreJson.Write(Merge(session, edit.AssetId, metadata)), session.UtcNow);
        if (edit.Members is { } members)
            AssetParts.SetMembers(session, edit.AssetId, members);
        AssetWrites.AddProjects(session, edit.AssetId, edit.ProjectIds);
        return edit.AssetId;
    }

    private static Dictionary<string, string> Merge(WriteSession session, long assetId, IReadOnlyDictionary<string, string> changes)
    {
        var stored = session.Find(ReadMetadata, static r => r.IsDBNull(0) ? null : r.GetString(0), assetId);
        var all = new Dictionary<string, string>(StoreJson.ReadTexts(stored));
        foreach (var (name, value) in changes)
        {
            all.Remove(name);
            if (value.Length > 0)
                all.Add(name, value);
        }
        return all;
    }
}
