using IpsJobs.Core.Assets.Search;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>One half of the condition that a name begins with a text, without regard to case.</summary>
/// <param name="Prefix">The text.</param>
/// <param name="Upper">True: the name comes before all that begin with something greater. False: it does not come before the text.</param>
/// <remarks>
/// A search that goes on at a row has the other half by that row. The database would enter the index at only one of two
/// bounds, and not by knowing which is the better.
/// </remarks>
internal sealed record PrefixBound(string Prefix, bool Upper) : AssetCondition;
