using IpsJobs.Benchmarks.Submit;

var seconds = args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
switch (args.FirstOrDefault())
{
    case "submit":
        await SubmitBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
        return 0;
    default:
        Console.Error.WriteLine("usage: submit [seconds per measurement]");
        return 2;
}
