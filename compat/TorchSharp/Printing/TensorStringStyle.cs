namespace TorchSharp;

public enum TensorStringStyle
{
    Metadata, Julia, Numpy, CSharp, Default,
}
