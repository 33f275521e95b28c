using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class DataTests
{
    [Fact]
    public void ElementsAreReadAndWrittenInPlace()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(6, float32).reshape(2, 3);
        var elements = t.data<float>();
        elements.Count.ShouldBe(6);
        elements[1, 2].ShouldBe(5);
        elements[1, 2] = 50;
        t[1, 2].item<float>().ShouldBe(50);
        elements.ToArray().ShouldBe([0, 1, 2, 3, 4, 50]);
        elements.Sum().ShouldBe(60);
        ((float[,])elements.ToNDArray())[1, 0].ShouldBe(3);
    }

    [Fact]
    public void ElementsOfATransposedViewComeInItsOwnOrder()
    {
        using var scope = NewDisposeScope();
        Tensor t = arange(6, float32).reshape(2, 3).t();
        t.is_contiguous().ShouldBeFalse();
        t.data<float>().ToArray().ShouldBe([0, 3, 1, 4, 2, 5]);
        t.data<float>()[2, 1].ShouldBe(5);
        var half = new float[4];
        t.data<float>().CopyTo(half, 1, 3);
        half.ShouldBe([0, 4, 2, 5]);
    }

    [Fact]
    public void CopyingIntoATensor()
    {
        using var scope = NewDisposeScope();
        Tensor t = zeros(4, float64);
        t.data<double>().CopyFrom([1, 2, 3, 4]);
        t.ToNumbers().ShouldBe([1, 2, 3, 4]);
        t.bytes.Length.ShouldBe(32);
        zeros(2, int32).bytes = new byte[] { 1, 0, 0, 0, 2, 0, 0, 0 };
    }

    [Fact]
    public void BytesAreTheMemoryItself()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new[] { 1, 2 });
        t.bytes[4] = 7;
        t.data<int>().ToArray().ShouldBe([1, 7]);
    }

    [Fact]
    public void TheWrongElementTypeIsRefused()
    {
        using var scope = NewDisposeScope();
        Tensor t = ones(2);
        Should.Throw<ArgumentException>(() => t.data<double>());
        Should.Throw<ArgumentException>(() => t.item<float>());
    }

    [Fact]
    public void Numbers()
    {
        using var scope = NewDisposeScope();
        tensor(3.7).ToInt32().ShouldBe(3);
        ((double)tensor(2)).ShouldBe(2);
        ((float)tensor(2.5)).ShouldBe(2.5f);
        tensor(5L).ToScalar().ToDouble().ShouldBe(5);
        tensor(5).item<int>().ShouldBe(5);
        ones(1, 1).item<float>().ShouldBe(1);
    }

    [Fact]
    public void ConversionsOfTypeKeepTheValues()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new[] { 0.0, 1.6, -2.4 });
        t.@int().data<int>().ToArray().ShouldBe([0, 1, -2]);
        t.@bool().data<bool>().ToArray().ShouldBe([false, true, true]);
        t.@float().dtype.ShouldBe(float32);
        t.half().dtype.ShouldBe(float16);
        t.bfloat16().dtype.ShouldBe(ScalarType.BFloat16);
        t.@long().@double().ToNumbers().ShouldBe([0, 1, -2]);
        t.to(float32).to_type(int16).dtype.ShouldBe(int16);
        t.to(CPU).device_type.ShouldBe(DeviceType.CPU);
        t.type_as(ones(1)).dtype.ShouldBe(float32);
        t.cpu().ToNumbers().ShouldBe(t.ToNumbers());
    }

    [Fact]
    public void WhatATensorSaysOfItself()
    {
        using var scope = NewDisposeScope();
        Tensor t = zeros(2, 3, 4);
        t.shape.ShouldBe([2, 3, 4]);
        (t.ndim, t.dim(), t.numel(), t.NumberOfElements).ShouldBe((3L, 3L, 24L, 24L));
        t.stride().ShouldBe([12, 4, 1]);
        (t.size(-1), t.size(0)).ShouldBe((4L, 2L));
        t[1].storage_offset().ShouldBe(12);
        t.element_size().ShouldBe(4);
        t.device.ToString().ShouldBe("cpu");
        (t.is_leaf, t.requires_grad, t.is_sparse, t.is_cuda).ShouldBe((true, false, false, false));
        t.is_floating_point().ShouldBeTrue();
        Should.Throw<Exception>(() => t.size(3));
    }

    [Fact]
    public void Promotion()
    {
        promote_types(int32, float32).ShouldBe(float32);
        promote_types(int32, int64).ShouldBe(int64);
        can_cast(float32, int32).ShouldBeFalse();
        using var scope = NewDisposeScope();
        result_type(ones(1, int64), ones(1, float64)).ShouldBe(float64);
        finfo(float32).eps.ShouldBe(Math.Pow(2, -23));
        finfo(float64).max.ShouldBe(double.MaxValue);
    }

    [Fact]
    public void Printing()
    {
        using var scope = NewDisposeScope();
        Tensor t = tensor(new float[,] { { 1, 2.5f }, { -3, 4 } });
        t.ToString().ShouldBe("[2x2], type = Float32, device = cpu");
        t.ToString(julia, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n").ShouldBe("[2x2], type = Float32, device = cpu\n  1 2.5\n -3   4\n");
        t.ToString(numpy, cultureInfo: CultureInfo.InvariantCulture, newLine: "\n").ShouldBe("[[1, 2.5],\n [-3, 4]]");
        tensor(3.14f).ToString(true, cultureInfo: CultureInfo.InvariantCulture).ShouldBe("[], type = Float32, device = cpu, value = 3.14");
    }

    [Fact]
    public void Names()
    {
        using var scope = NewDisposeScope();
        Tensor t = zeros(2, 3, names: ["rows", "columns"]);
        t.has_names().ShouldBeTrue();
        t.names.ShouldBe(["rows", "columns"]);
        zeros(2).has_names().ShouldBeFalse();
    }
}
