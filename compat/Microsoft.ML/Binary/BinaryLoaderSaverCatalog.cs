using Microsoft.ML.Binary;

namespace Microsoft.ML;

public static class BinaryLoaderSaverCatalog
{
    public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, IMultiStreamSource fileSource)
    {
        Check.Value(fileSource, nameof(fileSource));
        return new BinaryView(fileSource);
    }

    public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, string path)
    {
        Check.NonEmpty(path, nameof(path));
        Check.Param(File.Exists(path), nameof(path), $"File does not exist at path: {path}");
        return new BinaryView(new MultiFileSource(path));
    }

    public static void SaveAsBinary(this DataOperationsCatalog catalog, IDataView data, Stream stream, bool keepHidden = false)
    {
        Check.Value(data, nameof(data));
        Check.Value(stream, nameof(stream));
        BinaryFormat.Save(data, stream, keepHidden);
    }
}
