using IpsJobs.Core.Exports;

namespace IpsJobs.Core.Tests.Exports;

public sealed class ImageCommandReaderTests
{
    [Fact]
    public void Read_TakesEveryCommand_WhateverItsCase()
    {
        var commands = ImageCommandReader.Read(
            "?wid=100&HEI=50&scl=2&fit=crop,1&crop=1,2,3,4&rotate=-90&flip=lrud&fmt=PNG-alpha,rgb&qlt=90,1&bgc=ff8000"
            + "&res=300&resMode=bicub&op_usm=1.5,2,3,1&op_sharpen=1&op_blur=2&op_brightness=-10&op_contrast=20&op_saturation=-30"
            + "&icc=My%20profile,relative&iccEmbed=1");

        commands.Should().BeEquivalentTo(new ImageCommands
        {
            Width = 100, Height = 50, Scale = 2, Fit = ImageFit.Crop, Crop = new CropArea(1, 2, 3, 4), Rotate = -90,
            FlipLeftRight = true, FlipUpDown = true, Format = ImageFormat.Find("png-alpha")!, Quality = 90, FullChroma = true,
            Background = [255, 128, 0], Resolution = 300, Resampling = "bicub", UnsharpMask = new UnsharpMask(1.5, 2, 3, true),
            Sharpen = 1, Blur = 2, Brightness = -10, Contrast = 20, Saturation = -30, IccProfile = "My profile", IccEmbed = true,
        });
    }

    [Fact]
    public void Read_LetsLaterCommandsWin() =>
        ImageCommandReader.Read("wid=1&fmt=png", "wid=2", "fmt=tif").Should().BeEquivalentTo(new { Width = 2, Format = new { Extension = "tiff" } });

    [Fact]
    public void Read_WritesJpeg_WhenNobodySaysOtherwise() => ImageCommandReader.Read("").Format.Should().Be(ImageFormat.Jpeg);

    [Theory]
    [InlineData("warp=1")]
    [InlineData("wid")]
    [InlineData("wid=0")]
    [InlineData("wid=ten")]
    [InlineData("wid=99999")]
    [InlineData("crop=1,2,3")]
    [InlineData("cropN=0,0,0,1")]
    [InlineData("fmt=swf")]
    [InlineData("fit=wrap")]
    [InlineData("bgc=red")]
    [InlineData("bgc=1,2,300")]
    [InlineData("op_usm=9")]
    [InlineData("rotate=NaN")]
    [InlineData("$preset$")]
    public void Read_NamesTheCommand_ThatItCannotCarryOut(string command)
    {
        var read = () => ImageCommandReader.Read("hei=10&" + command);

        read.Should().Throw<CommandRefusedException>().Which.Command.Should().Be(command);
    }
}
