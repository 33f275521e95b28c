using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Weight dynamics in model files: what they came to.</summary>
internal sealed class DynamicsPart : PartFormat<DynamicsTransformer>
{
    private const int Newest = 1;

    private sealed record Saved(
        int Version, string Output, string Features, IReadOnlyList<string> Conditions, string Label, IReadOnlyList<ScoreLine> Entries, IReadOnlyList<ResultTable> Tables);

    public override string Kind => "dynamics";

    public override ITransformer Read(PartReader reader)
    {
        Saved saved = reader.Describe<Saved>(Newest);
        ScoreEntry[] entries = [.. saved.Entries.Select(line => line.ToEntry())];
        return new DynamicsTransformer(new ScoreColumns(saved.Features, saved.Conditions, saved.Label, null), saved.Output, entries, saved.Tables);
    }

    protected override (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(DynamicsTransformer transformer)
    {
        ScoreColumns columns = transformer.Columns;
        return ([columns.Embedding, columns.Target!, .. columns.Conditions], [transformer.OutputColumnName]);
    }

    protected override void Write(DynamicsTransformer transformer, PartWriter writer)
    {
        ScoreColumns columns = transformer.Columns;
        writer.Describe(new Saved(
            Newest, transformer.OutputColumnName, columns.Embedding, columns.Conditions, columns.Target!, [.. transformer.Entries.Select(ScoreLine.Of)], transformer.Tables));
    }
}
