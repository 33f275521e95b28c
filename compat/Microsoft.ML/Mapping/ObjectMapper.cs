using Microsoft.ML.Rows;

namespace Microsoft.ML.Transforms;

/// <summary>Appends the members of an object that an action fills from another object, which a row fills.</summary>
internal sealed class ObjectMapper<TSrc, TDst>(DataViewSchema inputSchema, ObjectFiller<TSrc> inputs, ObjectColumns<TDst> outputs, Func<Action<TSrc, TDst>> makeMap)
    : ColumnMapper(inputSchema)
    where TSrc : class, new()
    where TDst : class, new()
{
    private static readonly MethodInfo FreshMethod = typeof(ObjectMapper<TSrc, TDst>).GetMethod(nameof(Fresh), BindingFlags.NonPublic | BindingFlags.Static);

    public override void MarkDependencies(int added, bool[] input)
    {
        foreach (var column in inputs.Columns)
            input[column.Index] = true;
    }

    public override Delegate[] MakeGetters(DataViewRow input, bool[] active)
    {
        var getters = new Delegate[active.Length];
        if (!active.Contains(true))
            return getters;

        var source = new TSrc();
        var box = new RowBox<TDst> { Value = new TDst() };
        var fill = inputs.Bind(input);
        var map = makeMap();
        long computed = -1;
        // The action runs once a row, however many of its columns are read.
        void Refresh()
        {
            if (computed == input.Position)
                return;
            fill(source);
            map(source, box.Value);
            computed = input.Position;
        }

        for (int i = 0; i < active.Length; i++)
        {
            if (active[i])
                getters[i] = FreshMethod.Invoke<Delegate>(outputs.Schema[i].Type.RawType, outputs.MakeGetter(i, box), (Action)Refresh);
        }
        return getters;
    }

    protected override DataViewSchema.DetachedColumn[] MakeColumns() => [.. outputs.Schema.Select(c => new DataViewSchema.DetachedColumn(c))];

    protected override Delegate MakeGetter(DataViewRow input, int added)
    {
        var active = new bool[outputs.Count];
        active[added] = true;
        return MakeGetters(input, active)[added];
    }

    private static ValueGetter<T> Fresh<T>(Delegate getter, Action refresh)
    {
        var get = (ValueGetter<T>)getter;
        return (ref T value) =>
        {
            refresh();
            get(ref value);
        };
    }
}
