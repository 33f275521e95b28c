using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>The context decides the device, and is told when it cannot be had.</summary>
public class DeviceTests
{
    private static readonly MlpOptions Options = new() { HiddenWidths = [3], Epochs = 1 };

    [Fact]
    public void A_graphics_card_without_falling_back_is_refused()
    {
        var ml = new MLContext(seed: 1) { GpuDeviceId = 0, FallbackToCpu = false };
        string message = Should.Throw<InvalidOperationException>(() => ml.Geometry.Networks.Mlp("Flag", "Features", Options).Fit(Blobs.View(ml))).Message;
        message.ShouldStartWith("MLContext.GpuDeviceId is 0, but ");
        message.ShouldEndWith("Set MLContext.FallbackToCpu to true, or GpuDeviceId to null.");
    }

    [Fact]
    public void With_falling_back_the_processor_serves()
    {
        var ml = new MLContext(seed: 1) { GpuDeviceId = 0, FallbackToCpu = true };
        ml.Geometry.Networks.Mlp("Flag", "Features", Options).Fit(Blobs.View(ml)).Training.History.Count.ShouldBe(1);
    }
}
