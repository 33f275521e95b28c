using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of libtorch; it owns one reference to it and gives it back when disposed, by a scope, or by the finalizer.</summary>
    public partial class Tensor : IDisposable
    {
        private static long live, peak;
        private nint handle;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            long count = Interlocked.Increment(ref live);
            if (count > Volatile.Read(ref peak)) RaisePeak(count);
            OwningScope = DisposeScopeManager.Register(this);
        }

        ~Tensor() => Dispose(false);

        public static long TotalCount => Volatile.Read(ref live);

        public static long PeakCount => Volatile.Read(ref peak);

        public bool IsInvalid => handle == 0;

        public IntPtr Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        internal DisposeScope? OwningScope { get; set; }

        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Takes the native tensor away from this object, which is invalid afterwards; the caller owns the reference.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            GC.SuppressFinalize(this);
            OwningScope?.MarkAsDisposed(this);
            nint taken = Interlocked.Exchange(ref handle, 0);
            if (taken == 0) throw new InvalidOperationException("Tensor invalid -- empty handle.");
            Interlocked.Decrement(ref live);
            return taken;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing && handle != 0)
            {
                if (OwningScope is { } scope) scope.MarkAsDisposed(this);
                else DisposeScopeManager.Statistics.DisposedOutsideScopeCount++;
            }
            Free();
        }

        /// <summary>Gives the native tensor back, whoever asks first; <see cref="OwningScope"/> is the caller's business.</summary>
        internal void Free()
        {
            nint released = Interlocked.Exchange(ref handle, 0);
            if (released == 0) return;
            Interlocked.Decrement(ref live);
            Shim.Release(released);
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (other is null) return DetachFromDisposeScope();
            other.Attach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningScope);

        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        private static void RaisePeak(long count)
        {
            long seen;
            while (count > (seen = Volatile.Read(ref peak)) && Interlocked.CompareExchange(ref peak, count, seen) != seen) { }
        }
    }
}
