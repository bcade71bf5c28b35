using System.Net.Http.Headers;
using System.Text;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Security;

/// <summary>Where credentials may stand, and in what form.</summary>
public sealed class CredentialTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string User = "<user>user@example.com</user>";
    private const string Password = "<password>secret ä&amp;&lt;</password>";

    [Theory]
    [InlineData("<h:authHeader xmlns:h='http://www.scene7.com/IpsApi/xsd'>" + User + Password + "</h:authHeader>", null)]
    [InlineData("<authHeader xmlns='http://www.scene7.com/IpsApi/xsd/2010-01-31'>" + Password + User + "</authHeader>", null)]
    [InlineData("<authHeader>" + User + Password + "<unknown><deep/></unknown>text</authHeader>", null)]
    [InlineData("<authHeader><user> user@example.com </user>" + Password + "</authHeader>", null)]
    [InlineData("<authHeader><user>USER@Example.com</user>" + Password + "</authHeader>", null)]
    [InlineData("<AuthUser xmlns='urn:any'>user@example.com</AuthUser><AuthPassword xmlns='urn:any'>secret ä&amp;&lt;</AuthPassword>", null)]
    [InlineData("<authHeader>" + User + Password + "</authHeader><authHeader><user>other</user><password>other</password></authHeader>", null)]
    [InlineData("<authHeader>" + User + "</authHeader><authHeader>" + Password + "</authHeader>", null)]
    [InlineData("<authHeader>" + User + "<password>wrong</password></authHeader>", 10001)]
    [InlineData("<authHeader>" + User + "<password/></authHeader>", 10001)]
    [InlineData("<authHeader>" + User + "</authHeader>", 10000)]
    [InlineData("<authHeader>" + Password + "</authHeader>", 10000)]
    [InlineData("<authHeader><user/>" + Password + "</authHeader>", 10000)]
    [InlineData("<authHeader/>", 10000)]
    [InlineData("<authHeader><accessToken>t</accessToken></authHeader>", 10000)]
    [InlineData("<authHeader xmlns='urn:other'>" + User + Password + "</authHeader>", 10000)]
    [InlineData("<authHeader><item><key>user</key><value>user@example.com</value></item></authHeader>", 10000)]
    [InlineData("", 10000)]
    public async Task Credentials_AreFound_InTheSoapHeader(string header, int? fault)
    {
        var reply = await host.PostAsync(Envelope($"<s:Header>{header}</s:Header>"));

        reply.FaultCode.Should().Be(fault, reply.Text);
    }

    [Theory]
    [InlineData("user@example.com:secret ä&<", "utf-8", null)]
    [InlineData("user@example.com:secret ä&<", "iso-8859-1", null)]
    [InlineData("user@example.com:wrong", "utf-8", 10001)]
    [InlineData("user@example.com", "utf-8", 10000)]
    [InlineData(":secret", "utf-8", 10000)]
    public async Task Credentials_AreFound_InHttpBasic(string pair, string encoding, int? fault)
    {
        var token = Convert.ToBase64String(Encoding.GetEncoding(encoding).GetBytes(pair));

        var reply = await host.PostAsync(Envelope(""), change: r => r.Headers.Authorization = new AuthenticationHeaderValue("Basic", token));

        reply.FaultCode.Should().Be(fault, reply.Text);
    }

    [Theory]
    [InlineData("Basic ===")]
    [InlineData("Basic")]
    [InlineData("Bearer dXNlckBleGFtcGxlLmNvbTp4")]
    public async Task Credentials_AreMissing_WhenTheAuthorizationIsUnreadable(string authorization)
    {
        var reply = await host.PostAsync(Envelope(""), change: r => r.Headers.TryAddWithoutValidation("Authorization", authorization));

        reply.FaultCode.Should().Be(10000);
    }

    [Fact]
    public async Task SoapHeader_CountsBeforeHttpBasic()
    {
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes("stranger@example.com:x"));

        var reply = await host.PostAsync(
            Envelope($"<s:Header>{SoapText.AuthHeader()}</s:Header>"),
            change: r => r.Headers.Authorization = new AuthenticationHeaderValue("Basic", token));

        reply.FaultCode.Should().BeNull();
    }

    [Fact]
    public async Task Log_CarriesNoPassword_WhateverHappens()
    {
        await host.PostAsync(Envelope($"<s:Header>{SoapText.AuthHeader()}</s:Header>") + "<broken");
        await host.CallAsync("<getActiveJobsParam/>");

        host.Log.All.Should().NotContain(Samples.Password).And.NotContain("secret");
    }

    private static string Envelope(string header) =>
        $"<s:Envelope xmlns:s=\"{SoapText.Soap11}\">{header}<s:Body>{SoapText.InNamespace("<getActiveJobsParam/>", "2014-04-03")}</s:Body></s:Envelope>";
}
