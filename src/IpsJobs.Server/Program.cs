using IpsJobs.Server.Commands;

return await CommandTree.Build().Parse(args).InvokeAsync();
