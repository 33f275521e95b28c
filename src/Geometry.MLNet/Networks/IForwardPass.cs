namespace Geometry.MLNet;

/// <summary>A network as the cursors see it: rows of numbers in, rows of numbers of each layer out. Safe to run on several threads at once.</summary>
internal interface IForwardPass
{
    /// <summary>Gets the number of inputs.</summary>
    int InputWidth { get; }

    /// <summary>Gets the number of units of each layer that can be had.</summary>
    IReadOnlyList<int> LayerWidths { get; }

    /// <summary>Runs a batch.</summary>
    /// <param name="inputs">Row-major, the first <paramref name="rows"/> rows of the network's input width.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="wanted">For each layer whether its values are wanted.</param>
    /// <param name="layers">Receives the values of the wanted layers.</param>
    void Run(float[] inputs, int rows, ReadOnlySpan<bool> wanted, LayerValues layers);
}
