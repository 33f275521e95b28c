using Geometry.MLNet.Tests.Views;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Data;

/// <summary>Rows of a task as a view.</summary>
public class TaskViewTests
{
    private static readonly UnstructuredBinaryTask Task = new() { Conditions = 4, Dimensions = 6, Noise = 0.5 };

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void The_columns_are_features_condition_and_label()
    {
        IDataView view = _ml.Geometry.Data.FromTask(Task, 20, seed: 3);
        view.Schema.Select(column => (column.Name, column.Type)).ShouldBe(
        [
            ("Features", (DataViewType)new VectorDataViewType(NumberDataViewType.Single, 6)),
            ("Condition", new KeyDataViewType(typeof(uint), 4)),
            ("Label", BooleanDataViewType.Instance),
        ]);
        VBuffer<ReadOnlyMemory<char>> names = default;
        view.Schema["Condition"].GetKeyValues(ref names);
        names.DenseValues().Select(name => name.ToString()).ShouldBe(["00", "01", "10", "11"]);
        view.GetRowCount().ShouldBe(20);
        view.CanShuffle.ShouldBeTrue();
    }

    [Fact]
    public void The_values_are_those_of_the_sample()
    {
        TaskSample sample = Task.Sample(20, 3);
        IDataView view = _ml.Geometry.Data.FromTask(Task, 20, seed: 3);
        Columns.Vectors(view, "Features").SelectMany(row => row).ShouldBe(sample.Features.ToArray());
        Columns.Values<uint>(view, "Condition").ShouldBe(sample.Conditions.ToArray().Select(code => (uint)code + 1));
        Columns.Values<bool>(view, "Label").ShouldBe(sample.Targets.ToArray().Select(target => target > 0));
    }

    [Fact]
    public void Several_targets_have_columns_of_their_own_and_one_vector()
    {
        WalshTask task = new() { Bits = 2, Targets = 2, Dimensions = 6 };
        TaskSample sample = task.Sample(20, 3);
        IDataView view = _ml.Geometry.Data.FromTask(task, 20, seed: 3);
        view.Schema.Select(column => column.Name).ShouldBe(["Features", "Condition", "Bit1", "Bit2", "Label"]);
        Columns.Vectors(view, "Label").SelectMany(row => row).ShouldBe(sample.Targets.ToArray());
        Columns.Values<bool>(view, "Bit2").ShouldBe(sample.Targets.ToArray().Where((_, index) => index % 2 == 1).Select(target => target > 0));
    }

    [Fact]
    public void The_seed_decides_the_rows_and_not_the_task()
    {
        float[][] Features(long seed) => Columns.Vectors(_ml.Geometry.Data.FromTask(Task, 10, seed), "Features");
        Features(3).ShouldBe(Features(3));
        Features(3).ShouldNotBe(Features(4));
    }

    [Fact]
    public void A_view_in_memory_shuffles_by_the_given_random_numbers()
    {
        IDataView view = _ml.Geometry.Data.FromTask(Task, 10, seed: 3);
        ulong[] Order(Random? random)
        {
            using DataViewRowCursor cursor = view.GetRowCursor([], random);
            ValueGetter<DataViewRowId> read = cursor.GetIdGetter();
            DataViewRowId id = default;
            var ids = new List<ulong>();
            while (cursor.MoveNext())
            {
                read(ref id);
                ids.Add(id.Low);
            }

            return [.. ids];
        }

        Order(null).ShouldBe(Enumerable.Range(0, 10).Select(row => (ulong)row));
        Order(new Random(1)).ShouldBe(Order(new Random(1)));
        Order(new Random(1)).ShouldNotBe(Order(null));
        Order(new Random(1)).Order().ShouldBe(Order(null));
    }

    [Fact]
    public void Settings_out_of_range_are_refused() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Data.FromTask(new UnstructuredBinaryTask { Conditions = 3 }, 10, 1)).Message
            .ShouldContain("Conditions = 3: must be a power of two from 4 to 1024");
}
