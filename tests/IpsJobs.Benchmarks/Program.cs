using IpsJobs.Benchmarks.Codec;
using IpsJobs.Benchmarks.Dispatch;
using IpsJobs.Benchmarks.Export;
using IpsJobs.Benchmarks.Ingest;
using IpsJobs.Benchmarks.Mail;
using IpsJobs.Benchmarks.Publish;
using IpsJobs.Benchmarks.Queries;
using IpsJobs.Benchmarks.Search;
using IpsJobs.Benchmarks.Soak;
using IpsJobs.Benchmarks.Submit;
using IpsJobs.Imaging;

// As the server does.
NativeHeap.Tune();
var seconds = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
switch (args.FirstOrDefault())
{
    case "submit":
        await SubmitBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
        return 0;
    case "submit-alone":
        await SubmitBenchmark.RunAloneAsync(TimeSpan.FromSeconds(seconds));
        return 0;
    case "dispatch":
        await DispatchBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
        return 0;
    case "codec":
        return CodecBenchmark.Run(TimeSpan.FromSeconds(seconds)) ? 0 : 1;
    case "queries":
        var instances = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
        return await QueryBenchmark.RunAsync(instances, TimeSpan.FromSeconds(seconds), args.ElementAtOrDefault(3)) ? 0 : 1;
    case "search":
        var assets = args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
        return await SearchBenchmark.RunAsync(assets, TimeSpan.FromSeconds(seconds), args.ElementAtOrDefault(3)) ? 0 : 1;
    case "soak":
        return await SoakRun.RunAsync(args.Length > 1 ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(10)) ? 0 : 1;
    case "ingest":
        return await IngestBenchmark.RunAsync() ? 0 : 1;
    case "fetch":
        return await FetchBenchmark.RunAsync() ? 0 : 1;
    case "pyramid":
        return await PyramidBenchmark.RunAsync() ? 0 : 1;
    case "publish":
        return await PublishBenchmark.RunAsync() ? 0 : 1;
    case "export":
        return await ExportBenchmark.RunAsync() ? 0 : 1;
    case "mail":
        return await MailBenchmark.RunAsync() ? 0 : 1;
    default:
        Console.Error.WriteLine("usage: submit | submit-alone | dispatch | codec | queries | search | ingest | fetch | pyramid | publish | export | mail [seconds per measurement] [instances of queries or assets of search] [folder of queries or search, kept] | soak [seconds]");
        return 2;
}
