namespace Microsoft.ML.Rows;

/// <summary>Turns an untyped getter into the one that was asked for, or says what was wrong.</summary>
internal static class GetterCast
{
    private static readonly MethodInfo OfRow = typeof(GetterCast).GetMethod(nameof(TypedOf), BindingFlags.NonPublic | BindingFlags.Static);

    public static ValueGetter<TValue> To<TValue>(Delegate getter, DataViewSchema.Column column)
    {
        if (getter is null)
            throw Inactive(nameof(column));
        return getter as ValueGetter<TValue>
            ?? throw Check.Except($"Invalid TValue in GetGetter for column #{column.Name}: Type: {column.Type} holds {column.Type.RawType}, asked for {typeof(TValue)}");
    }

    public static ArgumentOutOfRangeException Inactive(string paramName) => Check.ExceptParam(paramName, "requested column not active");

    /// <summary>The getter of a column as a <see cref="ValueGetter{TValue}"/> of the column's raw type.</summary>
    public static Delegate Of(DataViewRow row, DataViewSchema.Column column) =>
        OfRow.Invoke<Delegate>(column.Type.RawType, row, column);

    /// <summary>Calls a static generic method with one type argument; the exception of the callee comes through unwrapped.</summary>
    public static TResult Invoke<TResult>(this MethodInfo method, Type argument, params object[] arguments) =>
        (TResult)method.MakeGenericMethod(argument).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static Delegate TypedOf<TValue>(DataViewRow row, DataViewSchema.Column column) => row.GetGetter<TValue>(column);
}
