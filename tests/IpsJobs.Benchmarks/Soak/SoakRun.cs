using System.Diagnostics;
using System.Globalization;
using System.Net;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NetVips;

namespace IpsJobs.Benchmarks.Soak;

/// <summary>Small jobs at a steady rate for a long time: memory must stay where it is, nothing may fail, and the queue must be empty at the end.</summary>
internal static class SoakRun
{
    private const int PerSecond = 100;
    private const int Samples = 30;

    /// <summary>Growth of resident memory from the second third to the last that counts as flat.</summary>
    private const double AllowedGrowth = 1.1;

    private static readonly TimeSpan DrainLimit = TimeSpan.FromMinutes(2);

    /// <returns>True when memory stayed flat, no request or job failed, no error was logged and the queue is empty.</returns>
    public static async Task<bool> RunAsync(TimeSpan duration)
    {
        await using var pictures = await StartPicturesAsync();
        await using var server = await SoakServer.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });
        var picture = new Uri(new Uri(pictures.Urls.First()), "p.png");
        var memory = new List<double>();
        var (answered, failed) = await SubmitAsync(client, server, picture, duration, memory);
        var drained = await DrainAsync(client, server);
        var growth = Report(memory);
        var errors = server.Errors();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{answered} submissions answered, {failed} failed; queue empty {drained.TotalSeconds:0.0} s after the last; errors in the log: {errors.Count}"));
        foreach (var error in errors.Take(5))
            Console.WriteLine("    " + error);
        return growth <= AllowedGrowth && failed == 0 && errors.Count == 0 && drained < DrainLimit;
    }

    private static async Task<(int Answered, int Failed)> SubmitAsync(
        HttpClient client, SoakServer server, Uri picture, TimeSpan duration, List<double> memory)
    {
        var clock = Stopwatch.StartNew();
        var calls = new List<Task<bool>>();
        while (clock.Elapsed < duration)
        {
            var due = TimeSpan.FromSeconds((double)calls.Count / PerSecond);
            if (due > clock.Elapsed)
                await Task.Delay(due - clock.Elapsed, TimeProvider.System);
            calls.Add(SendAsync(client, server.Service, SoakRequests.Submit(calls.Count, picture)));
            if (clock.Elapsed >= duration / Samples * memory.Count)
                memory.Add(server.Megabytes);
        }

        var results = await Task.WhenAll(calls);
        return (results.Length, results.Count(ok => !ok));
    }

    private static async Task<bool> SendAsync(HttpClient client, Uri service, HttpContent request)
    {
        using var response = await client.PostAsync(service, request);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static async Task<TimeSpan> DrainAsync(HttpClient client, SoakServer server)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < DrainLimit)
        {
            using var response = await client.PostAsync(server.Service, SoakRequests.ActiveJobs());
            if (!(await response.Content.ReadAsStringAsync()).Contains("jobHandle", StringComparison.Ordinal))
                break;
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        return clock.Elapsed;
    }

    /// <returns>Memory of the last third against the second.</returns>
    private static double Report(List<double> memory)
    {
        var third = memory.Count / 3;
        var (middle, end) = (memory.Skip(third).Take(third).Average(), memory.Skip(2 * third).Average());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"resident memory, MB: {string.Join(' ', memory.Select(m => m.ToString("0", CultureInfo.InvariantCulture)))}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"second third {middle:0} MB, last third {end:0} MB, ratio {end / middle:0.00} (at most {AllowedGrowth})"));
        return end / middle;
    }

    private static async Task<WebApplication> StartPicturesAsync()
    {
        using var image = Image.Black(64, 64, bands: 3).Linear([1.0], [90.0]).Cast(Enums.BandFormat.Uchar);
        var bytes = image.PngsaveBuffer();
        var app = WebBuilders.CreateLocal().Build();
        app.MapGet("/p.png", () => Results.Bytes(bytes, "image/png"));
        await app.StartAsync();
        return app;
    }
}
