namespace Geometry.Tasks;

/// <summary>Reads the records of binary files of the CIFAR family.</summary>
internal sealed class CifarReader(CifarFormat format)
{
    public const int Channels = 3, Side = 32, PixelCount = Channels * Side * Side;

    private readonly List<byte> _labels = [], _superclasses = [];
    private byte[] _pixels = [];

    /// <summary>Gets the number of classes.</summary>
    public int ClassCount => format == CifarFormat.Cifar10 ? 10 : 100;

    /// <summary>Gets the number of superclasses; 0 where there are none.</summary>
    public int SuperclassCount => format == CifarFormat.Cifar10 ? 0 : 20;

    /// <summary>Gets the class of each image.</summary>
    public byte[] Labels => [.. _labels];

    /// <summary>Gets the superclass of each image; empty where there are none.</summary>
    public byte[] Superclasses => [.. _superclasses];

    /// <summary>Gets the pixels of all images.</summary>
    public ReadOnlyMemory<byte> Pixels => _pixels.AsMemory(0, _labels.Count * PixelCount);

    private int LabelBytes => format == CifarFormat.Cifar10 ? 1 : 2;

    private string Name => format == CifarFormat.Cifar10 ? "CIFAR-10" : "CIFAR-100";

    /// <summary>Reads a file, plain or compressed with gzip; every record is checked, also those behind the most that are kept.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">The file is empty, is no number of whole records, or has a label out of range.</exception>
    public void Read(string path, int maximum)
    {
        using Stream stream = DataFile.Open(path, $"{Name} file");
        byte[] record = new byte[LabelBytes + PixelCount];
        for (int index = 0; ; index++)
        {
            int found = DataFile.ReadAtMost(stream, record, path);
            if (found == 0 && index > 0)
            {
                return;
            }

            if (found < record.Length)
            {
                throw new InvalidDataException(found == 0
                    ? $"{path} is empty, and should hold {Name} records of {record.Length} bytes."
                    : $"{path} has {((long)index * record.Length) + found} bytes, which are not a number of whole {Name} records of {record.Length} bytes: it is "
                        + "truncated or of another format. Fetch the file again.");
            }

            CheckLabels(path, record, index);
            if (_labels.Count < maximum)
            {
                Keep(record);
            }
        }
    }

    private void CheckLabels(string path, byte[] record, int index)
    {
        if (record[LabelBytes - 1] >= ClassCount)
        {
            throw WrongLabel(path, index, $"class {record[LabelBytes - 1]}", ClassCount);
        }

        if (format == CifarFormat.Cifar100 && record[0] >= SuperclassCount)
        {
            throw WrongLabel(path, index, $"superclass {record[0]}", SuperclassCount);
        }
    }

    private InvalidDataException WrongLabel(string path, int index, string what, int count) => new(
        $"{path} says {what} of image {index}, and {Name} has {count}, from 0 to {count - 1}: the file is damaged or of another format.");

    private void Keep(byte[] record)
    {
        int start = _labels.Count * PixelCount;
        if (_pixels.Length < start + PixelCount)
        {
            // Files have 10,000 or 50,000 records, so memory grows by thousands of them.
            Array.Resize(ref _pixels, (int)Math.Min(Array.MaxLength, Math.Max(2L * _pixels.Length, 1000 * PixelCount)));
        }

        record.AsSpan(LabelBytes).CopyTo(_pixels.AsSpan(start));
        _labels.Add(record[LabelBytes - 1]);
        if (format == CifarFormat.Cifar100)
        {
            _superclasses.Add(record[0]);
        }
    }
}
