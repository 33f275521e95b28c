using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

[Collection(ProcessWideState.Name)]
public class LifetimeTests
{
    public static TheoryData<string, Action<Tensor>> Uses => new()
    {
        { "operator", t => _ = t + 1 },
        { "argument", t => _ = ones(2) * t },
        { "list", t => _ = cat([ones(2), t]) },
        { "in place", t => t.add_(1) },
        { "shape", t => _ = t.shape },
        { "dtype", t => _ = t.dtype },
        { "data", t => t.data<float>() },
        { "item", t => t.item<float>() },
        { "bytes", t => _ = t.bytes.Length },
        { "index", t => _ = t[0] },
        { "assignment", t => t[0] = tensor(1f) },
        { "backward", t => t.sum().backward() },
        { "requires_grad", t => t.requires_grad = true },
        { "grad", t => _ = t.grad },
        { "gradient of", t => autograd.grad([t], [t]) },
        { "save", t => t.save("never-written") },
        { "handle", t => _ = t.Handle },
        { "reshape", t => t.reshape(1, 2) },
        { "set_state", t => new Generator(1).set_state(t) },
    };

    [Theory, MemberData(nameof(Uses), DisableDiscoveryEnumeration = true)]
    public void UseAfterDisposalThrows(string name, Action<Tensor> use)
    {
        using var scope = NewDisposeScope();
        Tensor t = ones(2);
        t.Dispose();
        Should.Throw<InvalidOperationException>(() => use(t), name);
    }

    [Fact]
    public void ViewsOutliveTheirSource()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(4, float32), view = t[1..3];
        t.Dispose();
        view.data<float>().ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void AConvertedTensorIsAnObjectOfItsOwn()
    {
        using var scope = NewDisposeScope();
        Tensor t = ones(2);
        foreach (Tensor converted in new[] { t.to(float32), t.cpu(), t.@float(), t.to(CPU), t.contiguous() }) converted.Dispose();
        t.sum().item<float>().ShouldBe(2);
        Tensor last = t.to(float64, disposeAfter: true);
        t.IsInvalid.ShouldBeTrue();
        last.to(float64, disposeAfter: true).sum().item<double>().ShouldBe(2);
    }

    [Fact]
    public void AnAccessorFollowsItsTensor()
    {
        using var scope = NewDisposeScope();
        Tensor t = ones(2);
        var elements = t.data<float>();
        t.Dispose();
        Should.Throw<Exception>(() => elements[0]);
    }

    [Fact]
    public void DisposingAHandleToTheDefaultGeneratorLeavesIt()
    {
        manual_seed(1).Dispose();
        using Tensor drawn = rand(2);
        drawn.numel().ShouldBe(2);
    }

    [Fact]
    public void TheGraphOutlivesTheTensorsThatMadeIt()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(3.0, requires_grad: true), y = x * x, z = y.exp();
        y.Dispose();
        z.backward();
        x.grad!.ToDouble().ShouldBe(6 * Math.Exp(9), 1e-6);
    }

    [Fact]
    public void ForgottenTensorsAreFreed()
    {
        long Live() => Tensor.TotalCount;
        Forget();
        for (int i = 0; i < 20 && Live() > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        long before = Live();
        Forget();
        Live().ShouldBeGreaterThan(before);
        for (int i = 0; i < 50 && Live() > before + 500; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Live().ShouldBeLessThan(before + 500);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget()
        {
            for (int i = 0; i < 1000; i++) ones(10);
        }
    }

    [Fact]
    public void LibtorchsComplaintsAreExternalExceptions()
    {
        using var scope = NewDisposeScope();
        ExternalException e = Should.Throw<ExternalException>(() => ones(2) + ones(3));
        e.Message.ShouldContain("The size of tensor a (2) must match the size of tensor b (3)");
    }

    [Fact]
    public void AHandleCanBeTakenAndGivenBack()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(5f);
        IntPtr handle = t.DecoupleFromNativeHandle();
        t.IsInvalid.ShouldBeTrue();
        Tensor.UnsafeCreateTensor(handle).item<float>().ShouldBe(5);
    }

    [Fact]
    public void DevicesThatAreNotThereAreRefused()
    {
        if (cuda.is_available()) return;
        cuda.device_count().ShouldBe(0);
        Should.Throw<Exception>(() => zeros(1, device: CUDA));
        Should.Throw<Exception>(() => ones(1).cuda());
        device("cuda:1").index.ShouldBe(1);
        new Device("cpu").type.ShouldBe(DeviceType.CPU);
        Should.Throw<Exception>(() => device("toaster"));
    }
}
