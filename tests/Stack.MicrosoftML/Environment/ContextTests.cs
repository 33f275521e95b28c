using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace Stack.MicrosoftML.Environment;

public class ContextTests
{
    [Fact]
    public void Channels_reach_the_log_with_their_source()
    {
        var ml = new MLContext(1);
        var events = new List<LoggingEventArgs>();
        ml.Log += (_, e) => events.Add(e);

        using (var channel = ((IHostEnvironment)ml).Register("EmbedEstimator").Start("Training"))
            channel.Info(MessageSensitivity.None, "fit {0}x{1}", 5, 4);

        var info = events.Single(e => e.Kind == ChannelMessageKind.Info);
        info.Source.ShouldBe("EmbedEstimator; Training");
        info.RawMessage.ShouldBe("fit 5x4");
        info.Message.ShouldContain("fit 5x4");
        var traces = events.Where(e => e.Kind == ChannelMessageKind.Trace).Select(e => e.RawMessage).ToArray();
        traces.ShouldContain("Channel started");
        traces.ShouldContain(t => t.StartsWith("Channel finished. Elapsed", StringComparison.Ordinal));
        traces.ShouldContain("Channel disposed");
    }

    [Fact]
    public void Every_kind_has_its_method()
    {
        var ml = new MLContext(1);
        var kinds = new List<ChannelMessageKind>();
        ml.Log += (_, e) => kinds.Add(e.Kind);

        using (var channel = ((IHostEnvironment)ml).Register("Host").Start("Channel"))
        {
            channel.Warning(MessageSensitivity.None, "{not a format}");
            channel.Error(MessageSensitivity.None, "e");
            channel.Trace(MessageSensitivity.None, "t");
        }

        kinds.ShouldContain(ChannelMessageKind.Warning);
        kinds.ShouldContain(ChannelMessageKind.Error);
    }

    [Fact]
    public void Progress_channels_are_taken_but_not_logged()
    {
        var ml = new MLContext(1);
        int logged = 0;
        ml.Log += (_, _) => logged++;

        using (var progress = ((IHostEnvironment)ml).Register("Host").StartProgressChannel("Epochs"))
        {
            progress.SetHeader(new ProgressHeader(["loss"], ["epochs"]), entry => entry.SetProgress(0, 1, 10));
            progress.Checkpoint(0.5, 1);
        }

        logged.ShouldBe(0);
    }

    [Fact]
    public void Random_numbers_follow_the_seed_and_the_order_of_registration()
    {
        static int First(IHostEnvironment env, string name, int? seed = null) => env.Register(name, seed).Rand.Next();

        First(new MLContext(3), "A").ShouldBe(First(new MLContext(3), "A"));
        First(new MLContext(3), "A").ShouldNotBe(First(new MLContext(4), "A"));
        var ml = new MLContext(3);
        First(ml, "Unrelated");
        First(ml, "A").ShouldNotBe(First(new MLContext(3), "A"));
        First(new MLContext(3), "A", 7).ShouldBe(First(new MLContext(8), "B", 7));
    }

    [Fact]
    public void Options_are_kept_by_name()
    {
        var ml = new MLContext();

        ml.TryAddOption("Geometry.Batch", 64).ShouldBeTrue();
        ml.TryAddOption("Geometry.Batch", 65).ShouldBeFalse();
        ml.GetOptionOrDefault<int>("Geometry.Batch").ShouldBe(64);
        ml.SetOption("Geometry.Batch", 66);
        ml.TryGetOption<int>("Geometry.Batch", out int value).ShouldBeTrue();
        value.ShouldBe(66);
        ml.RemoveOption("Geometry.Batch").ShouldBeTrue();
        ml.GetOptionOrDefault<int>("Geometry.Batch").ShouldBe(0);
    }

    [Fact]
    public void Device_settings_have_their_defaults()
    {
        var ml = new MLContext();

        ml.GpuDeviceId.ShouldBeNull();
        ml.FallbackToCpu.ShouldBeFalse();
        ml.TempFilePath.ShouldNotBeNullOrEmpty();
        ml.GpuDeviceId = 1;
        ml.GpuDeviceId.ShouldBe(1);
    }
}
