using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

public abstract class OneToOneTransformerBase : RowToRowTransformerBase
{
    private protected OneToOneTransformerBase(IHost host, (string outputColumnName, string inputColumnName)[] columns)
        : base(host)
    {
        Check.NonEmpty(columns, nameof(columns));
        var seen = new HashSet<string>();
        foreach (var (output, input) in columns)
        {
            Check.NonEmpty(input, nameof(columns));
            Check.NonEmpty(output, nameof(columns));
            Check.Param(seen.Add(output), nameof(columns), $"Output column '{output}' specified multiple times");
        }
        ColumnPairs = columns;
    }

    private protected (string outputColumnName, string inputColumnName)[] ColumnPairs { get; }

    private protected void SaveColumns(ModelSaveContext ctx)
    {
        ctx.Writer.Write(ColumnPairs.Length);
        foreach (var (output, input) in ColumnPairs)
        {
            ctx.Writer.Write(output);
            ctx.Writer.Write(input);
        }
    }

    private protected static (string outputColumnName, string inputColumnName)[] LoadColumns(ModelLoadContext ctx)
    {
        int count = ctx.Reader.ReadInt32();
        Check.Decode(count > 0, "A model has no columns");
        var columns = new (string, string)[count];
        for (int i = 0; i < count; i++)
            columns[i] = (ctx.Reader.ReadString(), ctx.Reader.ReadString());
        return columns;
    }

    /// <summary>Throws when an input column has a type that the transformer does not take.</summary>
    private protected virtual void CheckInputColumn(DataViewSchema inputSchema, int pair, DataViewSchema.Column source)
    {
    }

    /// <summary>Base of the mappers: finds and checks the input columns, and depends on exactly one for each output.</summary>
    private protected abstract class OneToOneMapper : ColumnMapper
    {
        protected OneToOneMapper(OneToOneTransformerBase parent, DataViewSchema inputSchema)
            : base(inputSchema)
        {
            Pairs = parent.ColumnPairs;
            Sources = new DataViewSchema.Column[Pairs.Length];
            for (int i = 0; i < Pairs.Length; i++)
            {
                Sources[i] = inputSchema.GetColumnOrNull(Pairs[i].inputColumnName)
                    ?? throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", Pairs[i].inputColumnName);
                parent.CheckInputColumn(inputSchema, i, Sources[i]);
            }
        }

        protected (string outputColumnName, string inputColumnName)[] Pairs { get; }

        /// <summary>The input column of each pair.</summary>
        protected DataViewSchema.Column[] Sources { get; }

        public sealed override void MarkDependencies(int added, bool[] input) => input[Sources[added].Index] = true;
    }
}
