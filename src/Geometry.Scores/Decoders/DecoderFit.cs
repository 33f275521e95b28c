namespace Geometry.Scores;

/// <summary>One decoder to fit: which training set and which division of the rows.</summary>
internal readonly record struct DecoderFit(int Set, int Labelling);
