using System.CommandLine;
using IpsJobs.Imaging;
using IpsJobs.Server.Commands;

NativeHeap.Tune();
// The host ends what is under way within its own limit of 30 seconds; that of the command line, 2 seconds, would cut it off.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
return await CommandTree.Build().Parse(args).InvokeAsync(invocation);
