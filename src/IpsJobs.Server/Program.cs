using IpsJobs.Imaging;
using IpsJobs.Server.Commands;

NativeHeap.Tune();
return await CommandTree.Build().Parse(args).InvokeAsync();
