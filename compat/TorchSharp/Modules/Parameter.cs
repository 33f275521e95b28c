namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns. It takes the given tensor over, which cannot be used afterwards.</summary>
public class Parameter : torch.Tensor
{
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(data.with_requires_grad(requires_grad).DecoupleFromNativeHandle())
    {
    }
}
