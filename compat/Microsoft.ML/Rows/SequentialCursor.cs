namespace Microsoft.ML.Rows;

/// <summary>A cursor that keeps the position: -1 before the first row and after the end or disposal, 0, 1, 2... in between.</summary>
internal abstract class SequentialCursor : DataViewRowCursor
{
    private long _position = -1;
    private bool _done;

    public sealed override long Position => _position;

    public override long Batch => 0;

    public sealed override bool MoveNext()
    {
        if (_done)
            return false;
        if (MoveNextCore())
        {
            _position++;
            return true;
        }
        Dispose();
        return false;
    }

    /// <summary>Goes to the next row, or returns false when there is none.</summary>
    protected abstract bool MoveNextCore();

    protected override void Dispose(bool disposing)
    {
        _done = true;
        _position = -1;
    }
}
