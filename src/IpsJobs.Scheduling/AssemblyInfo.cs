using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("IpsJobs.Scheduling.Tests")]
