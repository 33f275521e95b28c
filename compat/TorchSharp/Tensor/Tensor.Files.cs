namespace TorchSharp;

public static partial class torch
{
    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Writes libtorch's own format; <see cref="TensorExtensionMethods.Save(Tensor, string)"/> writes the compact one.</summary>
        public void save(string location)
        {
            Shim.Check(Shim.Save(Handle, location));
            GC.KeepAlive(this);
        }

        public static Tensor load(string location) => Shim.Check(Shim.Load(location));

        public static Tensor Load(BinaryReader reader) => reader.Load();

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            return Load(reader);
        }

        public static Tensor Load(string location)
        {
            using FileStream stream = File.OpenRead(location);
            return Load(stream);
        }
    }
}
