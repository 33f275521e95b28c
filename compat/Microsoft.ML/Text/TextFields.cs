using System.Buffers;
using System.Text;

namespace Microsoft.ML.Text;

/// <summary>The fields of one line, cut when they are first asked for; a field that a line lacks is empty.</summary>
internal sealed class TextFields
{
    private readonly bool _quoting;
    private readonly bool _sparse;
    private readonly char _escape;
    private readonly SearchValues<char> _separators;

    private string _line;
    private bool _cut;
    private int _count;
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];
    private bool[] _quoted = new bool[64];

    // A sparse line: fields up to _dense are in place; then come its size, and index:value for the rest.
    private int _dense;
    private int _sparseSize = -1;
    private int[] _sparseIndices = [];

    public TextFields(TextLoader.Options options)
    {
        _quoting = options.AllowQuoting;
        _sparse = options.AllowSparse;
        _escape = options.EscapeChar;
        _separators = SearchValues.Create(options.Separators);
    }

    /// <summary>Number of fields, those that a sparse line leaves out included.</summary>
    public int Width
    {
        get
        {
            Cut();
            return IsSparse ? _dense + _sparseSize : _count;
        }
    }

    public bool IsSparse => _sparseSize >= 0;

    public void Set(string line)
    {
        _line = line;
        _cut = false;
    }

    /// <summary>Whether a field was left out by a sparse line, so that its value is the default.</summary>
    public bool IsOmitted(int field)
    {
        Cut();
        return IsSparse && field >= _dense && Locate(field) < 0;
    }

    public ReadOnlySpan<char> Span(int field)
    {
        Cut();
        int at = Locate(field);
        if (at < 0)
            return default;
        return _quoted[at] ? Unquoted(at).Span : _line.AsSpan(_starts[at], _lengths[at]);
    }

    public ReadOnlyMemory<char> Text(int field)
    {
        Cut();
        int at = Locate(field);
        if (at < 0)
            return default;
        return _quoted[at] ? Unquoted(at) : _line.AsMemory(_starts[at], _lengths[at]);
    }

    private int Locate(int field)
    {
        if (!IsSparse || field < _dense)
            return field < _count ? field : -1;
        int found = Array.BinarySearch(_sparseIndices, 0, _count - _dense - 1, field - _dense);
        return found < 0 ? -1 : _dense + 1 + found;
    }

    private void Cut()
    {
        if (_cut)
            return;
        _cut = true;
        _count = 0;
        _sparseSize = -1;
        int at = 0;
        while (true)
        {
            if (_count == _starts.Length)
            {
                Array.Resize(ref _starts, 2 * _count);
                Array.Resize(ref _lengths, 2 * _count);
                Array.Resize(ref _quoted, 2 * _count);
            }
            int end;
            bool quoted = _quoting && at < _line.Length && _line[at] == '"' && (end = ClosingQuote(at)) > 0;
            if (quoted)
            {
                end = ClosingQuote(at);
                _starts[_count] = at + 1;
                _lengths[_count] = end - at - 1;
                int next = _line.AsSpan(end).IndexOfAny(_separators);
                end = next < 0 ? _line.Length : end + next;
            }
            else
            {
                int next = _line.AsSpan(at).IndexOfAny(_separators);
                end = next < 0 ? _line.Length : at + next;
                _starts[_count] = at;
                _lengths[_count] = end - at;
            }
            _quoted[_count++] = quoted;
            if (end >= _line.Length)
                break;
            at = end + 1;
        }
        if (_sparse)
            FindSparse();
    }

    /// <summary>Position of the quote that closes a field, or -1 when there is none.</summary>
    private int ClosingQuote(int open)
    {
        for (int i = open + 1; i < _line.Length; i++)
        {
            if (_escape != '"' && _line[i] == _escape)
            {
                i++;
                continue;
            }
            if (_line[i] != '"')
                continue;
            if (_escape == '"' && i + 1 < _line.Length && _line[i + 1] == '"')
            {
                i++;
                continue;
            }
            return i;
        }
        return -1;
    }

    private ReadOnlyMemory<char> Unquoted(int at)
    {
        var raw = _line.AsMemory(_starts[at], _lengths[at]);
        if (raw.Span.IndexOf(_escape) < 0)
            return raw;
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw.Span[i] == _escape && i + 1 < raw.Length)
                i++;
            text.Append(raw.Span[i]);
        }
        return text.ToString().AsMemory();
    }

    private void FindSparse()
    {
        int first = 0;
        while (first < _count && IndexPrefix(first, out _) < 0)
            first++;
        if (first == 0 || first == _count)
            return;
        if (!int.TryParse(_line.AsSpan(_starts[first - 1], _lengths[first - 1]), NumberStyles.Integer, CultureInfo.InvariantCulture, out int size) || size < 0)
            return;
        if (_sparseIndices.Length < _count)
            _sparseIndices = new int[_count];
        for (int i = first; i < _count; i++)
        {
            int colon = IndexPrefix(i, out int index);
            Check.Decode(colon > 0 && index < size && (i == first || index > _sparseIndices[i - first - 1]), $"Bad sparse line: field {i} is not a larger index below {size} and a value");
            _sparseIndices[i - first] = index;
            _starts[i] += colon + 1;
            _lengths[i] -= colon + 1;
            if (_quoting && _lengths[i] > 1 && _line[_starts[i]] == '"' && ClosingQuote(_starts[i]) is > 0 and var close)
            {
                _lengths[i] = close - _starts[i] - 1;
                _starts[i]++;
                _quoted[i] = true;
            }
        }
        _dense = first - 1;
        _sparseSize = size;
    }

    private int IndexPrefix(int at, out int index)
    {
        index = -1;
        if (_quoted[at])
            return -1;
        var span = _line.AsSpan(_starts[at], _lengths[at]);
        int colon = span.IndexOf(':');
        return colon > 0 && int.TryParse(span[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out index) ? colon : -1;
    }
}
