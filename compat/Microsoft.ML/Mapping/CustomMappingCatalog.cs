using Microsoft.ML.Operations;

namespace Microsoft.ML;

public static class CustomMappingCatalog
{
    public static CustomMappingEstimator<TSrc, TDst> CustomMapping<TSrc, TDst>(
        this TransformsCatalog catalog,
        Action<TSrc, TDst> mapAction,
        string contractName,
        SchemaDefinition inputSchemaDefinition = null,
        SchemaDefinition outputSchemaDefinition = null)
        where TSrc : class, new()
        where TDst : class, new() => new(catalog.Environment, mapAction, contractName, inputSchemaDefinition, outputSchemaDefinition);

    public static IDataView FilterByCustomPredicate<TSrc>(this DataOperationsCatalog catalog, IDataView input, Func<TSrc, bool> filterPredicate)
        where TSrc : class, new()
    {
        Check.Value(input, nameof(input));
        Check.Value(filterPredicate, nameof(filterPredicate));
        // The predicate says which rows go.
        return Filtered<TSrc>(input, () => row => !filterPredicate(row));
    }

    public static IDataView FilterByStatefulCustomPredicate<TSrc, TState>(
        this DataOperationsCatalog catalog,
        IDataView input,
        Func<TSrc, TState, bool> filterPredicate,
        Action<TState> stateInitAction)
        where TSrc : class, new()
        where TState : class, new()
    {
        Check.Value(input, nameof(input));
        Check.Value(filterPredicate, nameof(filterPredicate));
        return Filtered<TSrc>(input, () =>
        {
            var state = new TState();
            stateInitAction?.Invoke(state);
            return row => !filterPredicate(row, state);
        });
    }

    public static StatefulCustomMappingEstimator<TSrc, TDst, TState> StatefulCustomMapping<TSrc, TDst, TState>(
        this TransformsCatalog catalog,
        Action<TSrc, TDst, TState> mapAction,
        Action<TState> stateInitAction,
        string contractName)
        where TSrc : class, new()
        where TDst : class, new()
        where TState : class, new() => new(catalog.Environment, mapAction, contractName, stateInitAction);

    private static PredicateView Filtered<TSrc>(IDataView input, Func<Func<TSrc, bool>> makeKeep)
        where TSrc : class, new()
    {
        var filler = new ObjectFiller<TSrc>(input.Schema, ignoreMissingColumns: false, definition: null);
        return new PredicateView(input, filler.Columns, cursor =>
        {
            var fill = filler.Bind(cursor);
            var keep = makeKeep();
            var row = new TSrc();
            return () =>
            {
                fill(row);
                return keep(row);
            };
        });
    }
}
