using Contracts.Cases;
using Contracts.Probes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Contract;

/// <summary>ML.NET's operations on views come after an estimator as after any other.</summary>
public class ViewOperationsContract
{
    public static TheoryData<string> All => ContractCases.All;

    [Theory, MemberData(nameof(All))]
    public void Rows_are_taken_skipped_filtered_and_shuffled(string name)
    {
        Fitted fitted = Fitted.Of(name);
        DataOperationsCatalog data = fitted.Context.Data;
        IReadOnlyList<TableRow> all = Table.Read(fitted.Output, fitted.Case.Adds);
        void Gives(IDataView view, IEnumerable<TableRow> expected) => Table.ShouldBeSame(Table.Read(view, fitted.Case.Adds), [.. expected]);
        Gives(data.TakeRows(fitted.Output, 5), all.Take(5));
        Gives(data.SkipRows(fitted.Output, 30), all.Skip(30));
        Gives(data.SkipRows(data.TakeRows(fitted.Output, 20), 15), all.Take(20).Skip(15));
        Gives(data.FilterRowsByColumn(fitted.Output, "Real", lowerBound: 0), all.Where(row => ContractData.Objects()[row.Number].Real >= 0));
        Gives(data.Cache(fitted.Output), all);
        IReadOnlyList<TableRow> shuffled = Table.Read(data.ShuffleRows(fitted.Output, seed: 4), fitted.Case.Adds);
        shuffled.Select(row => row.Number).ShouldNotBe(all.Select(row => row.Number));
        Table.ShouldBeSame([.. shuffled.OrderBy(row => row.Number)], all);
    }

    [Theory, MemberData(nameof(All))]
    public void A_cache_computes_once(string name)
    {
        Fitted fitted = Fitted.Of(name);
        var spy = new SpyView(fitted.Data);
        IDataView cached = fitted.Context.Data.Cache(fitted.Transformer.Transform(spy));
        IReadOnlyList<TableRow> first = Table.Read(cached, fitted.Case.Adds);
        int read = spy.RowsRead;
        Table.ShouldBeSame(Table.Read(cached, fitted.Case.Adds), first);
        spy.RowsRead.ShouldBe(read);
    }

    [Theory, MemberData(nameof(All))]
    public void Each_pass_gives_the_same(string name)
    {
        Fitted fitted = Fitted.Of(name);
        Table.ShouldBeSame(Table.Read(fitted.Output, fitted.Case.Adds), Table.Read(fitted.Output, fitted.Case.Adds));
    }

    [Theory, MemberData(nameof(All))]
    public async Task Several_threads_may_read_one_view(string name)
    {
        Fitted fitted = Fitted.Of(name);
        IDataView view = fitted.Transformer.Transform(fitted.Data);
        IReadOnlyList<TableRow>[] reads = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Table.Read(view, fitted.Case.Adds))));
        foreach (IReadOnlyList<TableRow> read in reads)
        {
            Table.ShouldBeSame(read, reads[0]);
        }
    }
}
