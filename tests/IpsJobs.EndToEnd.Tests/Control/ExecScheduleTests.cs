namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>What submitJob makes of the forms of a schedule, and of those it cannot use.</summary>
public sealed class ExecScheduleTests(ControlledServer server) : IClassFixture<ControlledServer>
{
    [Theory]
    [InlineData("0 0 2 * * ?")]
    [InlineData("0 15 10 * * 6#3")]
    [InlineData("0 0 12 L * ? 2060")]
    [InlineData("*/5 * * * *")]
    [InlineData("30 4 * * 0")]
    [InlineData("00 00 00 * * ")]
    [InlineData("00 00 00 * *")]
    [InlineData("  0   0 2\t* * ?  ")]
    [InlineData("0 0 22-2 ? Nov-Feb mon-FRI")]
    [InlineData("*/10 * * * * ?")]
    public async Task Schedule_IsListedAsItWasGiven_WhenItCanBeRead(string schedule)
    {
        var tenant = await server.AddTenantAsync();

        await tenant.SubmitAsync("Rhythm", Tenant.Incremental, $"<execSchedule>{schedule}</execSchedule>");

        await tenant.ControlAsync("pauseJob", tenant.Scheduled("Rhythm"));
        var trigger = (await tenant.FindScheduledAsync("Rhythm"))!;
        Tenant.Value(trigger, "execSchedule").Should().Be(schedule);
        Tenant.Value(trigger, "nextFireTime").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("* * * * * ?", "fires too often")]
    [InlineData("*/9 * * * * ?", "fires too often")]
    [InlineData("0,5 0 0 * * ?", "fires too often")]
    [InlineData("0-9 0 0 1 1 ?", "fires too often")]
    [InlineData("0 0 0 30 2 ?", "never fires")]
    [InlineData("0 0 0 * * ? 2020", "never fires")]
    [InlineData("0 0 31 4 *", "never fires")]
    [InlineData("0 0 0 1 * 2", "both restricted")]
    [InlineData("0 0 25 * * ?", "hour 25 is not in 0-23")]
    [InlineData("every day", "it has 2 fields")]
    public async Task Schedule_IsRefusedAndNothingStored_WhenItCannotBeUsed(string schedule, string reason)
    {
        var tenant = await server.AddTenantAsync();

        var answer = await tenant.CallAsync(
            "submitJob", $"<jobName>Rhythm</jobName><execSchedule>{schedule}</execSchedule>{Tenant.Incremental}");

        answer.Code.Should().Be(30001, answer.Text);
        answer.Reason.Should().Contain(reason).And.Contain(schedule);
        (await tenant.FindScheduledAsync("Rhythm")).Should().BeNull();
        (await tenant.FindActiveAsync("Rhythm")).Should().BeNull();
    }

    [Theory]
    [InlineData("<execTime>2001-01-01T00:00:00Z</execTime>")]
    [InlineData("<execTime/>")]
    [InlineData("<execSchedule/>")]
    [InlineData("<execTime/><execSchedule> </execSchedule>")]
    public async Task Job_RunsAtOnce_WhenItsTimeIsPastOrEmpty(string when)
    {
        var tenant = await server.AddTenantAsync();

        await tenant.SubmitAsync("Now", Tenant.Incremental, when);

        await tenant.WaitForEndAsync("Now");
        (await tenant.FindScheduledAsync("Now")).Should().BeNull();
    }
}
