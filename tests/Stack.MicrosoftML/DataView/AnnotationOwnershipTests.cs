using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.DataView;

public class AnnotationOwnershipTests
{
    [Fact]
    public void Writing_into_a_value_that_was_read_leaves_the_annotation_alone()
    {
        var ml = new MLContext(1);
        var view = ml.Data.LoadFromEnumerable(Point.Make(2));
        var named = ml.Transforms.Concatenate("F", "A", "B").Fit(view).Transform(view);
        using var stream = new MemoryStream();
        ml.Model.Save(ml.Transforms.CopyColumns("G", "F").Fit(named), named.Schema, stream);
        stream.Position = 0;
        ml.Model.Load(stream, out var schema);

        VBuffer<ReadOnlyMemory<char>> names = default;
        schema["F"].GetSlotNames(ref names);
        var editor = VBufferEditor.CreateFromBuffer(ref names);
        editor.Values[0] = "overwritten".AsMemory();

        VBuffer<ReadOnlyMemory<char>> again = default;
        schema["F"].GetSlotNames(ref again);
        again.DenseValues().Select(n => n.ToString()).ShouldBe(["A", "B"]);
    }
}
