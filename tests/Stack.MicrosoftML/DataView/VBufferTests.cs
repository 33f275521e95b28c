using Microsoft.ML.Data;

namespace Stack.MicrosoftML.DataView;

public class VBufferTests
{
    [Fact]
    public void Default_is_dense_and_empty()
    {
        VBuffer<float> buffer = default;

        buffer.IsDense.ShouldBeTrue();
        buffer.Length.ShouldBe(0);
        buffer.GetValues().Length.ShouldBe(0);
        buffer.ToString().ShouldBe("Dense vector of size 0");
    }

    [Fact]
    public void Sparse_holds_its_explicit_values_and_defaults_between()
    {
        var buffer = new VBuffer<float>(5, 2, [3f, 7f], [1, 4]);

        buffer.IsDense.ShouldBeFalse();
        buffer.GetIndices().ToArray().ShouldBe([1, 4]);
        buffer.DenseValues().ShouldBe([0f, 3f, 0f, 0f, 7f]);
        buffer.GetItemOrDefault(4).ShouldBe(7f);
        buffer.GetItemOrDefault(2).ShouldBe(0f);
        buffer.Items().Select(i => i.Key).ShouldBe([1, 4]);
        buffer.Items(all: true).Count().ShouldBe(5);
        buffer.ToString().ShouldBe("Sparse vector of size 5, 2 explicit values");
    }

    [Fact]
    public void Out_of_range_is_refused()
    {
        var buffer = new VBuffer<float>(2, [1f, 2f]);

        Should.Throw<ArgumentOutOfRangeException>(() => buffer.GetItemOrDefault(2));
        Should.Throw<ArgumentOutOfRangeException>(() => new VBuffer<float>(2, 3, [1f, 2f, 3f], [0, 1, 2]));
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.CopyTo(new float[1])).Message.ShouldContain("Not large enough to hold these values");
    }

    [Fact]
    public void Copies_share_nothing_and_dense_copies_are_dense()
    {
        var source = new VBuffer<int>(4, 1, [9], [2]);
        VBuffer<int> copy = default, dense = default;

        source.CopyTo(ref copy);
        source.CopyToDense(ref dense);

        copy.IsDense.ShouldBeFalse();
        copy.DenseValues().ShouldBe([0, 0, 9, 0]);
        dense.IsDense.ShouldBeTrue();
        dense.GetValues().ToArray().ShouldBe([0, 0, 9, 0]);
    }

    [Fact]
    public void A_slice_of_a_sparse_vector_moves_its_indices()
    {
        var source = new VBuffer<int>(6, 3, [1, 2, 3], [0, 3, 5]);
        VBuffer<int> slice = default;

        source.CopyTo(ref slice, 2, 3);

        slice.DenseValues().ShouldBe([0, 2, 0]);
    }

    [Fact]
    public void Editor_reuses_the_arrays_of_a_large_enough_destination()
    {
        var buffer = new VBuffer<float>(4, [1f, 2f, 3f, 4f]);

        var editor = VBufferEditor.Create(ref buffer, 3);
        editor.CreatedNewValues.ShouldBeFalse();
        editor.Values[0] = 8f;
        buffer = editor.Commit();
        buffer.GetValues().ToArray().ShouldBe([8f, 2f, 3f]);

        var larger = VBufferEditor.Create(ref buffer, 9);
        larger.CreatedNewValues.ShouldBeTrue();
        larger.Values.Length.ShouldBe(9);
    }

    [Fact]
    public void Editor_commits_fewer_values_as_a_sparse_vector()
    {
        VBuffer<float> buffer = default;
        var editor = VBufferEditor.Create(ref buffer, 5, 3);
        editor.Values[0] = 6f;
        editor.Indices[0] = 2;

        buffer = editor.CommitTruncated(1);

        buffer.Length.ShouldBe(5);
        buffer.DenseValues().ShouldBe([0f, 0f, 6f, 0f, 0f]);
    }
}
