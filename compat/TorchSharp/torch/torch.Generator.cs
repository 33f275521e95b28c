namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers: libtorch's Mersenne twister on the CPU.</summary>
    public class Generator : IDisposable
    {
        private nint handle;

        public Generator(ulong seed = 0, Device? device = null) : this(Shim.GeneratorNew(seed))
        {
            this.device = device ?? CPU;
            InitializeDeviceType(this.device.type);
        }

        private Generator(nint handle) => this.handle = handle;

        ~Generator() => Dispose(false);

        /// <summary>A new object at each call, so that disposing one leaves the generator to the others.</summary>
        public static Generator Default => new(Shim.GeneratorDefault());

        public Device device { get; } = CPU;

        public IntPtr Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        public Generator manual_seed(long seed)
        {
            Shim.GeneratorSetSeed(Handle, (ulong)seed);
            GC.KeepAlive(this);
            return this;
        }

        public long initial_seed()
        {
            long seed = (long)Shim.GeneratorInitialSeed(Handle);
            GC.KeepAlive(this);
            return seed;
        }

        public long seed()
        {
            long seed = (long)Shim.GeneratorSeed(Handle);
            GC.KeepAlive(this);
            return seed;
        }

        public Tensor get_state()
        {
            Tensor state = Shim.Check(Shim.GeneratorState(Handle));
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            Shim.Check(Shim.GeneratorSetState(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            nint released = Interlocked.Exchange(ref handle, 0);
            if (released != 0) Shim.GeneratorRelease(released);
        }
    }

    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static long initial_seed() => Generator.Default.initial_seed();

    public static long seed() => Generator.Default.seed();

    public static Tensor get_rng_state() => Generator.Default.get_state();

    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long initial_seed() => torch.initial_seed();

        public static long seed() => torch.seed();

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
