using System.Globalization;
using System.Text;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A type of publish with what is needed to try it: assets that it takes, where they go, and the file that says what is in force.</summary>
/// <param name="Name">Element of the job block.</param>
/// <param name="ContextType">Type of the context it publishes to.</param>
/// <param name="Fields">Content of the job block.</param>
/// <param name="Extension">Of files that it publishes.</param>
/// <param name="Folder">Where it puts them, below the target.</param>
/// <param name="Catalog">File replaced last, below the target; null for types that have none.</param>
public sealed record PublishKind(string Name, string ContextType, string Fields, string Extension, string Folder, string? Catalog)
{
    private const string Mail = "<emailSetting>None</emailSetting>";

    /// <summary>All types, for a company whose root is <c>{root}</c>.</summary>
    public static IReadOnlyList<PublishKind> All { get; } =
    [
        new("imageServingPublishJob", PublishContextTypes.ImageServing, "<publishType>Full</publishType>" + Mail, "css", "static/{root}", "catalog/{root}.ini"),
        new("imageRenderingPublishJob", PublishContextTypes.ImageRendering, Mail, "vnt", "ir/data/{root}", "ir/catalog/{root}.ini"),
        new("videoPublishJob", PublishContextTypes.Video, Mail, "vtt", "video/{root}", Catalog: null),
        new("serverDirectoryPublishJob", PublishContextTypes.ServerDirectory, Mail, "png", "{root}", "{root}/manifest.tsv"),
        new("metadataPublishJob", PublishContextTypes.ImageServing, "<forcePublish>true</forcePublish>", "css", "metadata/{root}", "metadata/{root}/index.json"),
    ];

    /// <summary>Names of all types, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(k => k.Name)];

    public string Block => $"<{Name}>{Fields}</{Name}>";

    public static PublishKind Get(string name) => All.Single(k => k.Name == name);

    /// <summary>Folder of the delivered files.</summary>
    public string FolderOn(string target, string root) => Path.Combine(target, Folder.Replace("{root}", root, StringComparison.Ordinal));

    /// <summary>The file that says what is in force; null for types that have none.</summary>
    public string? CatalogOn(string target, string root) =>
        Catalog is null ? null : Path.Combine(target, Catalog.Replace("{root}", root, StringComparison.Ordinal));

    /// <summary>Writes source files that differ by <paramref name="generation"/> into an incoming folder.</summary>
    public void Fill(string incoming, int count, int generation, int size = 2_000)
    {
        Directory.CreateDirectory(incoming);
        for (var i = 0; i < count; i++)
        {
            var file = Path.Combine(incoming, string.Create(CultureInfo.InvariantCulture, $"g{generation}-{i:0000}.{Extension}"));
            File.WriteAllBytes(file, Content(i, generation, size));
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }

    private byte[] Content(int number, int generation, int size)
    {
        if (Extension == "png")
            return ServerWorld.Draw((generation * 7) + (number % 7));
        var bytes = new byte[size];
        new Random((generation * 100_000) + number).NextBytes(bytes);
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/* {generation} {number} */")).CopyTo(bytes, 0);
        return bytes;
    }
}
