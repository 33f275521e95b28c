namespace Geometry.Tasks;

/// <summary>A part of an image data set, such as its training images.</summary>
/// <param name="Images">The names of the files of the images, which are read one after the other; IDX has one.</param>
/// <param name="Labels">The name of the IDX file of the labels; null where the files of the images hold them.</param>
public sealed record DatasetSplit(IReadOnlyList<string> Images, string? Labels = null);
