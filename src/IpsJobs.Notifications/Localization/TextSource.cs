using System.Resources;

namespace IpsJobs.Notifications.Localization;

/// <summary>The texts of one language.</summary>
/// <param name="Language">Two letters, e.g. <c>pt</c>; decides the plural.</param>
/// <param name="Texts">Text by key; may lack some.</param>
internal sealed record TextSource(string Language, ResourceSet Texts);
