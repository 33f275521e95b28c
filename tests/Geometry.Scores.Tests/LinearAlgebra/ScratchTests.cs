namespace Geometry.Scores.Tests.LinearAlgebra;

public class ScratchTests
{
    [Fact]
    public void A_returned_array_comes_back_as_zeros_and_only_for_its_length()
    {
        var array = Scratch.Rent(5001);
        array.AsSpan().Fill(3);
        Scratch.Return(array);

        Scratch.Rent(5002).ShouldNotBeSameAs(array);
        var again = Scratch.Rent(5001);
        again.ShouldBeSameAs(array);
        again.ShouldAllBe(v => v == 0);
        Scratch.Rent(5001).ShouldNotBeSameAs(array);
    }

    [Fact]
    public void Small_and_very_large_arrays_are_not_kept()
    {
        foreach (var length in new[] { 100, 3 << 20 })
        {
            var array = Scratch.Rent(length);
            Scratch.Return(array);
            Scratch.Rent(length).ShouldNotBeSameAs(array);
        }
    }
}
