using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The names of the dimensions, "*" for one that has none.</summary>
        public unsafe string[] names
        {
            get
            {
                int rank = Meta.Rank;
                byte* at = Shim.Names(Handle);
                var found = new string[rank];
                for (int i = 0; i < rank; i++)
                {
                    found[i] = at == null ? "*" : Marshal.PtrToStringUTF8((nint)at)!;
                    if (at != null) at += found[i].Length + 1;
                }
                GC.KeepAlive(this);
                return found;
            }
        }

        public unsafe bool has_names()
        {
            bool named = Shim.Names(Handle) != null;
            GC.KeepAlive(this);
            return named;
        }

        public Tensor rename(IEnumerable<string>? names) => Aten.rename.Call(this, names?.Select(Wild).ToArray());

        public Tensor rename_(IEnumerable<string>? names) => Aten.rename_.InPlace(this, names?.Select(Wild).ToArray());

        public Tensor refine_names(params string[] names) => Aten.refine_names.Call(this, Array.ConvertAll(names, Wild));

        public Tensor refine_names(IEnumerable<string> names) => refine_names(names.ToArray());

        public Tensor align_to(params string[] names) => Aten.align_to.Call(this, names);

        public Tensor align_to(IEnumerable<string> names) => align_to(names.ToArray());

        public Tensor align_as(Tensor other) => Aten.align_as.Call(this, other);

        private static string Wild(string? name) => name ?? "*";
    }
}
