using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NetVips;

namespace IpsJobs.Server.Demo;

/// <summary>Serves a few pictures over HTTP, drawn at the start, for upload jobs to fetch.</summary>
internal sealed class SamplePictures : IAsyncDisposable
{
    private const int Width = 1200;
    private const int Height = 800;
    private const int SmallSide = 200;
    private readonly WebApplication app;

    private SamplePictures(WebApplication app) => this.app = app;

    /// <summary>File names and the folders they are meant for.</summary>
    public static IReadOnlyList<(string File, string Folder)> Files { get; } =
    [
        ("sunrise.jpg", "Pictures/"),
        ("waves.png", "Pictures/"),
        ("contours.tif", "Pictures/Maps/"),
        ("logo.svg", "Logos/"),
    ];

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public static async Task<SamplePictures> StartAsync(CancellationToken cancellationToken)
    {
        var app = WebBuilders.CreateLocal().Build();
        var files = Draw();
        app.MapGet("/{name}", (string name) => files.TryGetValue(name, out var bytes)
            ? Results.Bytes(bytes, "application/octet-stream")
            : Results.NotFound());
        await app.StartAsync(cancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new SamplePictures(app) { Address = new Uri(addresses.First()) };
    }

    /// <summary>Two views of two things, small, as a directory upload finds them.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Small()
    {
        string[] names = ["shoe_01.png", "shoe_02.png", "hat_01.png", "hat_02.png"];
        for (var i = 0; i < names.Length; i++)
        {
            using var grid = Image.Xyz(SmallSide, SmallSide);
            using var picture = Rgb(grid[0], grid[1], (grid[0] * 0) + (60 * i));
            yield return (names[i], picture.WriteToBuffer(".png"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static Dictionary<string, byte[]> Draw()
    {
        using var grid = Image.Xyz(Width, Height);
        using var x = grid[0] / Width;
        using var y = grid[1] / Height;
        using var warm = Rgb((y * 120) + 120, (y * 150) + 40, (1 - y) * 160);
        using var wave = ((x * 1440).Sin() + (y * 900).Cos() + 2) * 60;
        using var water = Rgb(wave * 0.3, wave * 0.8, wave + 15);
        using var height = ((x - 0.5).Pow(2) + (y - 0.4).Pow(2)).Pow(0.5) * 20;
        using var contour = (height - height.Floor()) * 255;
        using var map = Rgb(contour, 200 - (contour * 0.4), contour * 0.5);
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["sunrise.jpg"] = warm.WriteToBuffer(".jpg"),
            ["waves.png"] = water.WriteToBuffer(".png"),
            ["contours.tif"] = map.WriteToBuffer(".tif"),
            ["logo.svg"] = """
                <svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><circle cx="120" cy="120" r="100" fill="#1565c0"/>
                <path d="M70 120 L110 160 L175 85" stroke="#fff" stroke-width="20" fill="none"/></svg>
                """u8.ToArray(),
        };
    }

    private static Image Rgb(Image red, Image green, Image blue)
    {
        using var joined = red.Bandjoin(green, blue);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
