namespace Geometry.Tasks;

/// <summary>A part of an image data set, such as its training images.</summary>
/// <param name="Images">The name of the IDX file of the images.</param>
/// <param name="Labels">The name of the IDX file of the labels.</param>
public sealed record DatasetSplit(string Images, string Labels);
