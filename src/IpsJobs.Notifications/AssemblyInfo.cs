using System.Resources;

// Without this the runtime looks for an English satellite that is never built.
[assembly: NeutralResourcesLanguage("en")]
