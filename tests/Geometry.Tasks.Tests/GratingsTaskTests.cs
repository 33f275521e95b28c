namespace Geometry.Tasks.Tests;

/// <summary>Images of stripes with known latent variables.</summary>
public class GratingsTaskTests
{
    private static readonly string[] s_all = ["Orientation", "Phase", "Contrast", "Colour"];

    [Fact]
    public void Should_Combine_The_Latent_Variables()
    {
        GratingsTask task = new() { Size = 8, Cycles = 2, Targets = ["Orientation", "Orientation^Colour"] };
        task.FeatureShape.ShouldBe([3, 8, 8]);
        task.Dimensions.ShouldBe(192);
        task.Layout.LatentNames.ShouldBe(s_all);
        task.Layout.ConditionNames.Count.ShouldBe(16);
        task.Layout.ConditionNames[9].ShouldBe("1001");
        task.Layout.TargetNames.ShouldBe(["Orientation", "Orientation^Colour"]);
        task.Layout.Targets.Span.Slice(9 * 2, 2).ToArray().ShouldBe([1, 0]);
        task.Layout.Targets.Span.Slice(8 * 2, 2).ToArray().ShouldBe([1, 1]);
        task.ClosedFormAlignment.ShouldBe(task.InputTargetAlignment);
        new GratingsTask { Channels = 1 }.Layout.LatentNames.ShouldBe(s_all[..3]);
    }

    [Fact]
    public void Should_Draw_What_The_Latent_Variables_Say()
    {
        GratingsTask task = new() { Size = 16, Cycles = 2, Center = false, Saturation = 0.75, Latents = [GratingLatent.Orientation, GratingLatent.Phase, GratingLatent.Contrast, GratingLatent.Colour] };
        double Pixel(int condition, int channel, int y, int x) => task.Layout.Means.Span[(condition * 768) + (channel * 256) + (y * 16) + x];

        // Vertical stripes: a row goes through its cycles, a column does not change.
        for (int i = 0; i < 16; i++)
        {
            Pixel(0, 0, 3, i).ShouldBe((1 + (0.5 * Math.Cos(2 * Math.PI * 2 * i / 16))) / 2, 1e-12);
            Pixel(0, 0, i, 3).ShouldBe(Pixel(0, 0, 0, 3), 1e-12);
            Pixel(8, 0, i, 3).ShouldBe(Pixel(0, 0, 3, i), 1e-12);
            Pixel(4, 0, 3, i).ShouldBe(Pixel(0, 0, 3, (i + 2) % 16), 1e-12);
            (Pixel(2, 0, 3, i) - 0.5).ShouldBe(2 * (Pixel(0, 0, 3, i) - 0.5), 1e-12);
            Pixel(0, 1, 3, i).ShouldBe(Pixel(0, 0, 3, i) / 4, 1e-12);
            Pixel(1, 1, 3, i).ShouldBe(Pixel(0, 0, 3, i), 1e-12);
            Pixel(1, 0, 3, i).ShouldBe(Pixel(0, 0, 3, i) / 4, 1e-12);
        }

        task.Layout.Means.ToArray().ShouldAllBe(pixel => pixel >= 0 && pixel <= 1);
    }

    [Fact]
    public void Should_Keep_What_Does_Not_Vary()
    {
        GratingsTask task = new() { Size = 8, Cycles = 1, Center = false, Latents = [GratingLatent.Phase, GratingLatent.Orientation] };
        task.Layout.ConditionNames.ShouldBe(["00", "01", "10", "11"]);
        task.Layout.TargetNames.ShouldBe(["Phase"]);
        double[] first = task.Layout.Means[..192].ToArray();
        first[..64].ShouldBe(first[64..128]);
        first[..64].Max().ShouldBe(1, 1e-12);
        first[..64].Min().ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Should_Give_Parities_No_Alignment_And_Latent_Variables_Some()
    {
        GratingsTask task = new() { Size = 16 };
        task.InputTargetAlignment.ShouldBeGreaterThan(0.1);
        new GratingsTask { Size = 16, Targets = ["Orientation^Colour"] }.InputTargetAlignment.ShouldBeLessThan(task.InputTargetAlignment / 2);
    }

    [Fact]
    public void Should_Refuse_All_Impossible_Settings_At_Once()
    {
        string message = Should.Throw<ArgumentException>(() => new GratingsTask
        {
            Size = 200, Channels = 2, Cycles = 0, OrientationDifference = 180, PhaseDifference = double.NaN, LowContrast = 1, Saturation = 0,
            Latents = [GratingLatent.Phase],
        }.Layout).Message;
        message.ShouldStartWith("GratingsTask has 8 settings out of range:");
        foreach (string setting in (string[])["Size = 200", "Channels = 2", "Cycles = 0", "OrientationDifference = 180", "PhaseDifference = NaN", "LowContrast = 1", "Saturation = 0", "Latents = Phase"])
        {
            message.ShouldContain(setting);
        }

        Message(new() { Channels = 1, Latents = [GratingLatent.Phase, GratingLatent.Colour] }).ShouldContain("Latents = Phase, Colour: must be without Colour for grey images");
        Message(new() { Targets = ["Hue"] }).ShouldContain("Targets = Hue: must be 16 digits 0 or 1, one a condition");
        Message(new() { Targets = ["Phase", "Phase"] }).ShouldContain("Targets = Phase, Phase: must be at least one, each once.");
        Should.Throw<ArgumentException>(() => new GratingsTask { Dimensions = 7 }).Message.ShouldStartWith("Images have Channels x Size x Size features; set these.");
    }

    private static string Message(GratingsTask task) => Should.Throw<ArgumentException>(() => task.Layout).Message;
}
