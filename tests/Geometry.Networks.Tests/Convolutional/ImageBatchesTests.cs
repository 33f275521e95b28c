using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests.Convolutional;

public class ImageBatchesTests
{
    private const int Rows = 37;

    [Fact]
    public void Should_Present_Every_Row_Once_In_An_Order_Of_The_Epoch()
    {
        ImageBatches batches = Batches(new ImageAugmentation(), 12);
        batches.Count.ShouldBe(3);
        long[][] orders = [.. Enumerable.Range(1, 3).Select(epoch => Order(batches, epoch))];
        orders.ShouldAllBe(order => order.Order().SequenceEqual(Enumerable.Range(0, Rows).Select(row => (long)row)));
        orders.Select(order => string.Join(' ', order)).Distinct().Count().ShouldBe(3);
        Order(Batches(new ImageAugmentation(), 12), 2).ShouldBe(orders[1]);
        batches.RowsOf(2).Length.ShouldBe(13);
    }

    [Fact]
    public void Should_Mirror_About_Half_Of_The_Images()
    {
        int mirrored = Compare(new ImageAugmentation { HorizontalFlip = true }, (original, changed) => Match(original, changed, mirrored: true, 0, 0));
        int same = Compare(new ImageAugmentation { HorizontalFlip = true }, (original, changed) => Match(original, changed, mirrored: false, 0, 0));
        (mirrored + same).ShouldBe(Rows);
        mirrored.ShouldBeInRange(8, 29);
    }

    [Fact]
    public void Should_Shift_With_Zeros_From_Outside()
    {
        (int Down, int Right)[] shifts = [.. from down in Enumerable.Range(-2, 5) from right in Enumerable.Range(-2, 5) select (down, right)];
        HashSet<(int, int)> seen = [];
        Compare(new ImageAugmentation { CropPadding = 2 }, (original, changed) =>
        {
            (int, int)[] found = [.. shifts.Where(shift => Match(original, changed, mirrored: false, shift.Down, shift.Right))];
            seen.UnionWith(found);
            return found.Length == 1;
        }).ShouldBe(Rows);
        seen.Count.ShouldBeGreaterThan(10);
    }

    private static ImageBatches Batches(ImageAugmentation augmentation, int batchSize) => new(
        SampleImages.Set(Rows, channels: 2), [2, 8, 8], [.. Enumerable.Range(0, Rows).Select(row => (long)row)],
        SampleImages.Options with { Augmentation = augmentation, BatchSize = batchSize });

    private static long[] Order(ImageBatches batches, int epoch)
    {
        batches.Shuffle(epoch);
        return [.. Enumerable.Range(0, batches.Count).SelectMany(batch => batches.RowsOf(batch).ToArray())];
    }

    private static int Compare(ImageAugmentation augmentation, Func<float[], float[], bool> holds)
    {
        using DisposeScope scope = NewDisposeScope();
        ImageBatches batches = Batches(augmentation, 64);
        batches.Shuffle(1);
        float[][] original = MlpTests.Values(batches.Take(0, changed: false)).Chunk(128).ToArray();
        float[][] changed = MlpTests.Values(batches.Take(0, changed: true)).Chunk(128).ToArray();
        return original.Zip(changed, holds).Count(one => one);
    }

    private static bool Match(float[] original, float[] changed, bool mirrored, int down, int right)
    {
        for (int i = 0; i < original.Length; i++)
        {
            int channel = i / 64, y = (i / 8 % 8) + down, x = (mirrored ? 7 - (i % 8) : i % 8) + right;
            float expected = y is >= 0 and < 8 && x is >= 0 and < 8 ? original[(channel * 64) + (y * 8) + x] : 0;
            if (changed[i] != expected)
            {
                return false;
            }
        }

        return true;
    }
}
