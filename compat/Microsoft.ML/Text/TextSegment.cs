namespace Microsoft.ML.Text;

/// <summary>Fields from one to another; the end is open for a vector that goes to the end of its line.</summary>
internal readonly record struct TextSegment(int Min, int End)
{
    public const int Open = int.MaxValue;

    public int Length => End == Open ? 0 : End - Min;
}
