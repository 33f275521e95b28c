namespace Geometry.Experiments.Tests;

/// <summary>Makes rows for tests of tables.</summary>
internal static class Rows
{
    public static ResultRow Make(string nonlinearity = "tanh", string cell = "c", double? value = 0.5) => new()
    {
        Experiment = "e", Cell = cell, Nonlinearity = nonlinearity, Seed = 1, Epoch = 30, Layer = "Hidden1", Score = "ccgp", Variant = "v", Target = "t",
        Value = value, StandardError = 0.25, N = 8, Reason = value is null ? "no variance" : "",
    };
}
