namespace IpsJobs.Imaging.Metadata;

/// <summary>A style sheet must not run.</summary>
/// <param name="cause">What it uses that is not allowed, in the words of XSLT; <c>XML</c> when it is damaged.</param>
internal sealed class StyleSheetException(string cause) : Exception(cause)
{
    public string Cause => Message;
}
