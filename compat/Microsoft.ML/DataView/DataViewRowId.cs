namespace Microsoft.ML.Data;

public readonly struct DataViewRowId : IComparable<DataViewRowId>, IEquatable<DataViewRowId>
{
    public readonly ulong Low;
    public readonly ulong High;

    public DataViewRowId(ulong low, ulong high)
    {
        Low = low;
        High = high;
    }

    // The three derivations only have to be deterministic and collision-poor: a 128-bit mix of both halves.
    public DataViewRowId Fork() => Mixed(this, new DataViewRowId(0x9AE16A3B2F90404F, 0));

    public DataViewRowId Next() => Mixed(this, new DataViewRowId(0xC3A5C85C97CB3127, 1));

    public DataViewRowId Combine(DataViewRowId other) => Mixed(this, other);

    public bool Equals(DataViewRowId other) => Low == other.Low && High == other.High;

    public override bool Equals(object obj) => obj is DataViewRowId other && Equals(other);

    public int CompareTo(DataViewRowId other) => High == other.High ? Low.CompareTo(other.Low) : High.CompareTo(other.High);

    public override int GetHashCode() => (int)(Low ^ (Low >> 32) ^ (High << 7) ^ (High >> 25));

    public override string ToString() => High.ToString("x16", CultureInfo.InvariantCulture) + Low.ToString("x16", CultureInfo.InvariantCulture);

    private static DataViewRowId Mixed(DataViewRowId a, DataViewRowId b)
    {
        ulong low = Avalanche(a.Low ^ System.Numerics.BitOperations.RotateLeft(b.Low, 23) ^ 0x9E3779B97F4A7C15);
        ulong high = Avalanche(a.High + System.Numerics.BitOperations.RotateLeft(b.High, 41) + low);
        return new DataViewRowId(Avalanche(low + (high * 0xD6E8FEB86659FD93)), high);
    }

    private static ulong Avalanche(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
