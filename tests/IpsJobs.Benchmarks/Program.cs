using IpsJobs.Benchmarks.Codec;
using IpsJobs.Benchmarks.Dispatch;
using IpsJobs.Benchmarks.Submit;

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
    default:
        Console.Error.WriteLine("usage: submit | submit-alone | dispatch | codec [seconds per measurement]");
        return 2;
}
