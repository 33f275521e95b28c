namespace Geometry.MLNet;

/// <summary>A transformer whose network can be written as an ONNX file.</summary>
internal interface IOnnxSource
{
    /// <summary>Writes the file.</summary>
    /// <param name="options">How.</param>
    /// <param name="stream">Receives the bytes; it stays open.</param>
    void WriteOnnx(OnnxExportOptions options, Stream stream);
}
