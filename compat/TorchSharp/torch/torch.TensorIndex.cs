namespace TorchSharp;

public static partial class torch
{
    /// <summary>What stands between the brackets for one dimension: a position, a range, a tensor, a truth value, "..." or a new axis.</summary>
    public struct TensorIndex
    {
        internal enum Form { Slice, Single, Bool, Tensor, Ellipsis, Null }

        internal Form form;
        internal long? first, last, step;
        internal Tensor? tensor;

        public static readonly TensorIndex Ellipsis = new() { form = Form.Ellipsis };
        public static readonly TensorIndex None = new() { form = Form.Null };
        public static readonly TensorIndex Null = new() { form = Form.Null };
        public static readonly TensorIndex Colon = Slice();

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { form = Form.Slice, first = start, last = stop, step = step };

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        public static TensorIndex Slice(Range range) =>
            Slice(range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
                !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static TensorIndex Bool(bool value) => new() { form = Form.Bool, first = value ? 1 : 0 };

        public static TensorIndex Single(long? index) => new() { form = Form.Single, first = index };

        public static TensorIndex Tensor(Tensor tensor) => new() { form = Form.Tensor, tensor = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);
    }
}
