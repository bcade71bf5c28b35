using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace IpsJobs.Imaging.Documents;

/// <summary>Hands out pages of a PDF as the file describes them; the library's own pages have read all text and pictures before.</summary>
internal sealed class PageDictionaries : IPageFactory<DictionaryToken>
{
    public DictionaryToken Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations annotationProvider) =>
        dictionary;
}
