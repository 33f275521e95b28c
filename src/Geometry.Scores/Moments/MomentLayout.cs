namespace Geometry.Scores;

/// <summary>Where the columns of one or two representations are in a row: one after the other, each padded with zeros to a multiple of four.</summary>
internal sealed record MomentLayout(int Columns, int OtherColumns)
{
    public int Stride => RowMatrix.PaddedWidth(Columns) + RowMatrix.PaddedWidth(OtherColumns);

    public int Sides => OtherColumns == 0 ? 1 : 2;

    /// <summary>The first column of a representation.</summary>
    public int First(int side) => side == 0 ? 0 : RowMatrix.PaddedWidth(Columns);

    /// <summary>The number of columns of a representation.</summary>
    public int Width(int side) => side == 0 ? Columns : OtherColumns;

    /// <summary>The part of a row that a representation takes, with its padding.</summary>
    public Range Part(int side) => First(side)..(First(side) + RowMatrix.PaddedWidth(Width(side)));
}
