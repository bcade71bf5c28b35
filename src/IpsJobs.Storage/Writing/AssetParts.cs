using IpsJobs.Core.Assets;

namespace IpsJobs.Storage.Writing;

/// <summary>Writes the parts of an asset that have tables of their own.</summary>
internal static class AssetParts
{
    private const string DeleteWords = """DELETE FROM "AssetWords" WHERE "AssetId" = ?1""";
    private const string InsertWords = """INSERT INTO "AssetWords" ("AssetId", "Words") VALUES (?1, ?2)""";
    private const string DeleteMembers = """DELETE FROM "SetMembers" WHERE "SetId" = ?1""";

    private const string InsertMember =
        """
        INSERT INTO "SetMembers" ("SetId", "Position", "AssetId", "PageReset", "Row", "Column") VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    private const string UpsertGeneration =
        """
        INSERT INTO "Generations" ("AssetId", "OriginatorId", "Engine", "Key", "Attributes") VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT ("AssetId") DO UPDATE SET "OriginatorId" = excluded."OriginatorId", "Engine" = excluded."Engine",
        "Key" = excluded."Key", "Attributes" = excluded."Attributes"
        """;

    /// <summary>Replaces the words; null leaves none, because they belong to the file.</summary>
    public static void SetWords(WriteSession session, long assetId, string? words)
    {
        session.Execute(DeleteWords, assetId);
        if (words is not null)
            AddWords(session, assetId, words);
    }

    /// <summary>Adds the words of an asset that has none.</summary>
    public static void AddWords(WriteSession session, long assetId, string words) => session.Execute(InsertWords, assetId, words);

    public static void SetMembers(WriteSession session, long setId, IReadOnlyList<SetMember> members)
    {
        session.Execute(DeleteMembers, setId);
        for (var i = 0; i < members.Count; i++)
            session.Execute(InsertMember, setId, i, members[i].AssetId, members[i].PageReset, members[i].Row, members[i].Column);
    }

    public static void SetGeneration(WriteSession session, long assetId, Generation generation) => session.Execute(
        UpsertGeneration, assetId, generation.OriginatorId, generation.Engine, generation.Key, StoreJson.Write(generation.Attributes));
}
