namespace Geometry.Tasks;

/// <summary>The layout of the records in a binary file of the CIFAR family: labels, then 32 x 32 bytes each of red, green and blue.</summary>
public enum CifarFormat
{
    /// <summary>CIFAR-10: one label, from 0 to 9.</summary>
    Cifar10,

    /// <summary>CIFAR-100: the label of the superclass, from 0 to 19, then that of the class, from 0 to 99.</summary>
    Cifar100,
}
