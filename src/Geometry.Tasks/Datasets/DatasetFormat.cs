using System.Text.Json.Serialization;

namespace Geometry.Tasks;

/// <summary>The format of the files of a data set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DatasetFormat>))]
public enum DatasetFormat
{
    /// <summary>A pair of IDX files a part: images and labels.</summary>
    [JsonStringEnumMemberName("idx")]
    Idx,

    /// <summary>Binary records of CIFAR-10.</summary>
    [JsonStringEnumMemberName("cifar-10")]
    Cifar10,

    /// <summary>Binary records of CIFAR-100.</summary>
    [JsonStringEnumMemberName("cifar-100")]
    Cifar100,
}
