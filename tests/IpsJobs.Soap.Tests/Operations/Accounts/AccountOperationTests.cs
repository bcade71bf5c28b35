using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Accounts;

public sealed class AccountOperationTests(SoapHost host) : IClassFixture<SoapHost>
{
    private const string Secret = "secret ä&amp;&lt;";

    [Theory]
    [InlineData("", "one@example.com", Secret, "ValidLogin")]
    [InlineData("", "ONE@example.com", Secret, "ValidLogin")]
    [InlineData("c|47", "one@example.com", Secret, "ValidLogin")]
    [InlineData("c|110", "one@example.com", Secret, "InvalidLogin")]
    [InlineData("c|110", "portal@example.com", Secret, "InvalidLogin")]
    [InlineData("", "one@example.com", "wrong", "InvalidLogin")]
    [InlineData("", "stranger@example.com", Secret, "InvalidLogin")]
    [InlineData("", "locked@example.com", Secret, "InvalidLogin")]
    public async Task CheckLogin_TellsWhetherTheUserCouldLogIn(string company, string email, string password, string status)
    {
        var reply = await host.CallAsync(
            $"<checkLoginParam><companyHandle>{company}</companyHandle><email>{email}</email><password>{password}</password></checkLoginParam>");

        reply.Body.BeXml("2014-04-03", $"<checkLoginReturn><status>{status}</status></checkLoginReturn>");
    }

    [Fact]
    public async Task CheckLogin_NeedsACallerWhoMayLogIn()
    {
        var reply = await host.CallAsync(
            $"<checkLoginParam><email>one@example.com</email><password>{Secret}</password></checkLoginParam>", user: "stranger@example.com");

        reply.FaultCode.Should().Be(10001);
    }

    [Theory]
    [InlineData("<companyHandle>c|110</companyHandle>", "user@example.com", "110|Other Company|OtherCompany/")]
    [InlineData("<companyName>Other Company</companyName>", "user@example.com", "110|Other Company|OtherCompany/")]
    [InlineData("", "portal@example.com", "47|Sample Company|SampleCompany/")]
    public async Task GetCompanyInfo_FindsTheCompany_ByHandleNameOrBecauseItIsTheOnlyOne(string fields, string user, string expected)
    {
        var reply = await host.CallAsync($"<getCompanyInfoParam>{fields}</getCompanyInfoParam>", user: user);

        var parts = expected.Split('|');
        reply.Body.BeXml("2014-04-03", $"""
            <getCompanyInfoReturn><companyInfo><companyHandle>c|{parts[0]}</companyHandle><name>{parts[1]}</name><rootPath>{parts[2]}</rootPath></companyInfo></getCompanyInfoReturn>
            """);
    }

    [Theory]
    [InlineData("", "user@example.com", 30002)]
    [InlineData("", "root@example.com", 30002)]
    [InlineData("<companyName>Nowhere</companyName>", "user@example.com", 20000)]
    [InlineData("<imsOrgId>x</imsOrgId>", "user@example.com", 20000)]
    [InlineData("<companyName>Foreign Company</companyName>", "user@example.com", 20006)]
    public async Task GetCompanyInfo_Refuses_WhatIsUnclearOrForeign(string fields, string user, int code)
    {
        var reply = await host.CallAsync($"<getCompanyInfoParam>{fields}</getCompanyInfoParam>", user: user);

        reply.FaultCode.Should().Be(code);
    }

    [Theory]
    [InlineData("", "user@example.com", "", "<userHandle>70|user@example.com</userHandle><firstName>Jo</firstName><lastName>User</lastName><email>user@example.com</email><isValid>true</isValid>")]
    [InlineData("2013-02-15", "user@example.com", "", "<userHandle>u|70|user@example.com</userHandle><firstName>Jo</firstName><lastName>User</lastName><email>user@example.com</email><defaultRole>IpsUser</defaultRole><isValid>true</isValid>")]
    [InlineData("2014-04-03", "one@example.com", "<userHandle>u|72|portal@example.com</userHandle>", "<userHandle>u|72|portal@example.com</userHandle><firstName>Jo</firstName><lastName>User</lastName><email>portal@example.com</email><isValid>true</isValid><isIpsAdmin>false</isIpsAdmin>")]
    [InlineData("2014-04-03", "root@example.com", "<email>Portal@example.com</email>", "<userHandle>u|72|portal@example.com</userHandle><firstName>Jo</firstName><lastName>User</lastName><email>portal@example.com</email><isValid>true</isValid><isIpsAdmin>false</isIpsAdmin>")]
    public async Task GetUserInfo_DescribesTheUser(string version, string caller, string fields, string expected)
    {
        var reply = await host.CallAsync($"<getUserInfoParam>{fields}</getUserInfoParam>", version, caller);

        reply.Body.BeXml(version, $"<getUserInfoReturn><userInfo>{expected}</userInfo></getUserInfoReturn>");
    }

    [Theory]
    [InlineData("<userHandle>u|71|one@example.com</userHandle>", "user@example.com", 20004)]
    [InlineData("<email>root@example.com</email>", "user@example.com", 20004)]
    [InlineData("<email>stranger@example.com</email>", "user@example.com", 20004)]
    // Nobody is told whether somebody outside the companies that they administer exists.
    [InlineData("<email>root@example.com</email>", "one@example.com", 20001)]
    [InlineData("<email>stranger@example.com</email>", "one@example.com", 20001)]
    [InlineData("<userHandle>u|70|one@example.com</userHandle>", "one@example.com", 20001)]
    public async Task GetUserInfo_Refuses_WhomTheCallerDoesNotAdminister(string fields, string caller, int code)
    {
        var reply = await host.CallAsync($"<getUserInfoParam>{fields}</getUserInfoParam>", user: caller);

        reply.FaultCode.Should().Be(code);
    }

    [Fact]
    public async Task GetCompanyMembership_ListsTheCallersCompanies()
    {
        var reply = await host.CallAsync("<getCompanyMembershipParam/>", user: "portal@example.com");

        reply.Body.BeXml("2014-04-03", """
            <getCompanyMembershipReturn><membershipArray>
              <items><company><companyHandle>c|47</companyHandle><name>Sample Company</name><rootPath>SampleCompany/</rootPath></company><role>ImagePortalUser</role><isActive>true</isActive></items>
              <items><company><companyHandle>c|110</companyHandle><name>Other Company</name><rootPath>OtherCompany/</rootPath></company><role>IpsUser</role><isActive>false</isActive></items>
            </membershipArray></getCompanyMembershipReturn>
            """);
    }

    [Fact]
    public async Task GetCompanyMembership_HidesOtherCompanies_FromAnAdministratorOfOne()
    {
        var reply = await host.CallAsync(
            "<getCompanyMembershipParam><userHandle>u|72|portal@example.com</userHandle></getCompanyMembershipParam>", user: "one@example.com");

        reply.Body.Descendants().Where(e => e.Name.LocalName == "companyHandle").Select(e => e.Value).Should().Equal("c|47");
    }
}
