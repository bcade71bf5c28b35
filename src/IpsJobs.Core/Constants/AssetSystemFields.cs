using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>field</c> of a system field condition of searchAssets.</summary>
/// <remarks>The last one is missing in the documented list, but the documented example uses it.</remarks>
public static class AssetSystemFields
{
    public const string Name = "Name";
    public const string Keywords = "Keywords";
    public const string Description = "Description";
    public const string Comments = "Comments";
    public const string UserData = "UserData";
    public const string Sku = "Sku";
    public const string FileSize = "FileSize";
    public const string CreatedWith = "CreatedWith";
    public const string Created = "Created";
    public const string CreateUser = "CreateUser";
    public const string LastModifyUser = "LastModifyUser";
    public const string FileName = "FileName";
    public const string LastModified = "LastModified";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Name, Keywords, Description, Comments, UserData, Sku, FileSize, CreatedWith, Created, CreateUser, LastModifyUser, FileName,
            LastModified,
        ]);
}
