namespace TorchSharp;

public static partial class torch
{
    private static TensorStringStyle style = TensorStringStyle.Julia;

    public static readonly TensorStringStyle julia = TensorStringStyle.Julia;

    public static readonly TensorStringStyle numpy = TensorStringStyle.Numpy;

    public static readonly TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>How tensors are written where no style is named.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => style;
        set => style = value == TensorStringStyle.Default
            ? throw new ArgumentException("The style cannot be set to 'Default'.", nameof(value))
            : value;
    }
}
