using IpsJobs.Soap.UploadFile;

namespace IpsJobs.Soap.Tests.UploadFile;

public sealed class PartDispositionTests
{
    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"a.png\"", "file", "a.png")]
    [InlineData("form-data; name=file; filename=a.png", "file", "a.png")]
    [InlineData("form-data; filename=\"a.png\"; name=\"file\"", "file", "a.png")]
    [InlineData("form-data; NAME = \"file\" ; FileName = \"a.png\" ", "file", "a.png")]
    [InlineData("form-data; name=\"file\"; filename=\"SampleCompany/x/a.png\"", "file", "SampleCompany/x/a.png")]
    [InlineData("form-data; name=\"file\"; filename=\"C:\\new\\table\\a.png\"", "file", "C:\\new\\table\\a.png")]
    [InlineData("form-data; filename=\"C:\\photos\\\"; name=\"file\"", "file", "C:\\photos\\")]
    [InlineData("form-data; name=\"file\"; filename=\"a;b=c.png\"", "file", "a;b=c.png")]
    [InlineData("form-data; name=\"file\"; filename=\"a\\\"b.png\"", "file", "a\"b.png")]
    [InlineData("form-data; name=\"file\"; filename=\"Grüße.png\"", "file", "Grüße.png")]
    [InlineData("form-data; name=\"file\"; filename=\"=?utf-8?B?R3I=?=\"; filename*=utf-8''Gr%C3%BC%C3%9Fe.png", "file", "Grüße.png")]
    [InlineData("form-data; name=\"file\"; filename=\"a.png\"; filename*=iso-8859-1'en'b.png", "file", "a.png")]
    [InlineData("form-data; name=\"file\"; filename=\"\"", "file", "")]
    [InlineData("form-data; name=\"file", "file", null)]
    [InlineData("form-data; name=\"auth\"", "auth", null)]
    [InlineData("form-data", null, null)]
    [InlineData(null, null, null)]
    public void Parse_KeepsNamesAsTheyAre(string? header, string? name, string? fileName) =>
        PartDisposition.Parse(header).Should().Be(new PartDisposition(name, fileName));
}
