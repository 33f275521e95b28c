namespace TorchSharp;

public static partial class torch
{
    public static Tensor block_diag(params Tensor[] tensors) => Aten.block_diag.Call(tensors);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.broadcast_tensors.CallList(tensors);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => Aten.cartesian_prod.Call(Arg.List(tensors));
    public static Tensor cartesian_prod(params Tensor[] tensors) => Aten.cartesian_prod.Call(tensors);

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(Arg.List(tensors), dim);

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    public static Tensor column_stack(IList<Tensor> tensors) => Aten.column_stack.Call(Arg.List(tensors));
    public static Tensor column_stack(params Tensor[] tensors) => Aten.column_stack.Call(tensors);

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Aten.combinations.Call(input, r, with_replacement);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Aten.concat.Call(Arg.List(tensors), dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Aten.concatenate.Call(Arg.List(tensors), axis);

    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);
    public static Tensor[] dsplit(Tensor input, params long[] indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => input.dsplit(indices_or_sections);
    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor dstack(IEnumerable<Tensor> tensors) => Aten.dstack.Call(Arg.List(tensors));
    public static Tensor dstack(IList<Tensor> tensors) => Aten.dstack.Call(Arg.List(tensors));
    public static Tensor dstack(params Tensor[] tensors) => Aten.dstack.Call(tensors);

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, params long[] indices_or_sections) => input.hsplit(indices_or_sections);
    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Aten.hstack.Call(Arg.List(tensors));
    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Call(Arg.List(tensors));
    public static Tensor hstack(params Tensor[] tensors) => Aten.hstack.Call(tensors);

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgrid_indexing.CallList(Arg.List(tensors), indexing);

    public static Tensor row_stack(IList<Tensor> tensors) => Aten.row_stack.Call(Arg.List(tensors));
    public static Tensor row_stack(params Tensor[] tensors) => Aten.row_stack.Call(tensors);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(Arg.List(tensors), dim);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);

    public static Tensor[] vsplit(Tensor input, params long[] indices_or_sections) => input.vsplit(indices_or_sections);

    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Call(Arg.List(tensors));
}
