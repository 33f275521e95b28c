using Microsoft.ML.Data;

namespace Contracts.Cases;

/// <summary>A row with a column of every kind that an estimator reads or has to pass through unharmed.</summary>
public sealed class ContractRow
{
    public const int Width = 6;

    /// <summary>The number of the row, by which rows are recognised whatever the order they come in.</summary>
    public int Row { get; init; }

    [VectorType(Width)]
    public float[] Features { get; init; } = [];

    [VectorType(1, 2, 3)]
    public float[] Image { get; init; } = [];

    public bool Flag { get; init; }

    public float ZeroOne { get; init; }

    public float Real { get; init; }

    [VectorType(2)]
    public bool[] Flags { get; init; } = [];

    [VectorType(2)]
    public float[] ZeroOnes { get; init; } = [];

    [VectorType(2)]
    public float[] Reals { get; init; } = [];

    public string Shape { get; init; } = "";

    public string Colour { get; init; } = "";

    public string Kind { get; init; } = "";

    public int Number { get; init; }

    public short Small { get; init; }

    [KeyType(4)]
    public uint Code { get; init; }

    [KeyType(4)]
    public byte SmallCode { get; init; }

    public double Double { get; init; }

    public DateTime Time { get; init; }

    public TimeSpan Span { get; init; }

    public DateTimeOffset Stamp { get; init; }

    public DataViewRowId RowId { get; init; }

    [VectorType(40)]
    public VBuffer<float> Sparse { get; init; }

    public float[] Ragged { get; init; } = [];

    public string[] Words { get; init; } = [];
}
