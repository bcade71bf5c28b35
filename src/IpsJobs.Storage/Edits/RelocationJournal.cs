using System.Text.Json;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Files;

namespace IpsJobs.Storage.Edits;

/// <summary>Remembers the relocations under way, so that a start after a kill can end them: <c>staging/relocations/&lt;guid&gt;.json</c>.</summary>
internal sealed class RelocationJournal(DataFolder data, DiskFlush flush)
{
    private string Root => Path.Combine(data.Staging, "relocations");

    /// <summary>Writes down what is to be done; durable before this returns.</summary>
    /// <returns>The page, for <see cref="Remove"/>.</returns>
    public string Write(IReadOnlyList<FileRelocation> relocations)
    {
        Directory.CreateDirectory(Root);
        var page = Path.Combine(Root, Guid.NewGuid().ToString("N") + ".json");
        File.WriteAllBytes(page, JsonSerializer.SerializeToUtf8Bytes(relocations));
        flush.FlushNames(data.Root, [page]);
        return page;
    }

    public static void Remove(string page) => File.Delete(page);

    /// <summary>The pages that a killed process left.</summary>
    public IReadOnlyList<string> List() => Directory.Exists(Root) ? Directory.GetFiles(Root) : [];

    /// <summary>What a page says; nothing for one that was cut off, because files are touched only after it is whole.</summary>
    public static IReadOnlyList<FileRelocation> Read(string page)
    {
        try
        {
            return JsonSerializer.Deserialize<List<FileRelocation>>(File.ReadAllBytes(page)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
