namespace TorchSharp;

public enum Reduce
{
    prod, mean, amax, amin,
}
