using System.Globalization;
using System.Numerics;
using System.Text;

namespace TorchSharp;

/// <summary>Writes a tensor on the CPU in one of the styles.</summary>
internal sealed class TensorPrinter(torch.Tensor tensor, string format, int width, CultureInfo culture, string newLine)
{
    private readonly long[] shape = tensor.shape;

    internal static string Metadata(torch.Tensor tensor) =>
        string.Create(CultureInfo.InvariantCulture, $"[{string.Join("x", tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}");

    /// <summary>As Julia does: a heading, then the matrices over the last two dimensions one by one, in aligned columns.</summary>
    internal string Julia()
    {
        if (shape.Length == 0) return Metadata(tensor) + ", value = " + Elements(tensor)[0];
        var text = new StringBuilder(Metadata(tensor)).Append(newLine);
        if (shape.Length <= 2) Matrix(text, tensor);
        else Slices(text, tensor, "");
        return text.ToString();
    }

    /// <summary>As numpy does: nested brackets.</summary>
    internal string Numpy() => Nested(tensor, "[", "]", ", ", ",", 1);

    /// <summary>As a C# array initialiser.</summary>
    internal string CSharp()
    {
        if (shape.Length == 0) return Metadata(tensor) + ", value = " + Elements(tensor)[0];
        string type = tensor.dtype switch
        {
            torch.ScalarType.Byte => "byte", torch.ScalarType.Int8 => "sbyte", torch.ScalarType.Int16 => "short", torch.ScalarType.Int32 => "int",
            torch.ScalarType.Int64 => "long", torch.ScalarType.Bool => "bool", torch.ScalarType.Float16 => "float16", torch.ScalarType.BFloat16 => "bfloat16",
            torch.ScalarType.Float32 => "float", torch.ScalarType.Float64 => "double", _ => "complex",
        };
        string brackets = "[" + new string(',', shape.Length - 1) + "]";
        return $"{Metadata(tensor)}, value = {type} {brackets} {Nested(tensor, "{", "}", ", ", ",", 1, tensor.dtype is torch.ScalarType.Float32 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 ? "f" : "")}";
    }

    private void Slices(StringBuilder text, torch.Tensor part, string place)
    {
        for (long i = 0; i < part.size(0); i++)
        {
            torch.Tensor inner = part[i];
            string here = place + i.ToString(CultureInfo.InvariantCulture) + ",";
            if (inner.ndim > 2)
            {
                Slices(text, inner, here);
                continue;
            }
            if (text[^1] is '\n' or '\r' && !text.ToString().EndsWith(Metadata(tensor) + newLine, StringComparison.Ordinal)) text.Append(newLine);
            text.Append('[').Append(here).Append("..,..] =").Append(newLine);
            Matrix(text, inner);
        }
    }

    private void Matrix(StringBuilder text, torch.Tensor matrix)
    {
        int columns = (int)matrix.size(-1), rows = matrix.ndim == 1 ? 1 : (int)matrix.size(0);
        string[] cells = Elements(matrix);
        int[] widths = [.. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Max(r => cells[r * columns + c].Length))];
        for (int r = 0; r < rows; r++)
        {
            int used = 0;
            for (int c = 0; c < columns; c++)
            {
                string cell = " " + cells[r * columns + c].PadLeft(widths[c]);
                used += cell.Length;
                if (used > width && c > 0)
                {
                    text.Append(" ...");
                    break;
                }
                text.Append(cell);
            }
            text.Append(newLine);
        }
    }

    private string Nested(torch.Tensor part, string open, string close, string between, string betweenRows, int depth, string suffix = "")
    {
        if (part.ndim == 0) return Elements(part)[0];
        if (part.ndim == 1) return open + string.Join(between, Elements(part).Select(cell => cell + suffix)) + close;
        string gap = betweenRows + string.Concat(Enumerable.Repeat(newLine, (int)Math.Min(part.ndim - 1, 2))) + new string(' ', depth);
        return open + string.Join(gap, part.unbind().Select(row => Nested(row, open, close, between, betweenRows, depth + 1, suffix))) + close;
    }

    private string[] Elements(torch.Tensor part) => part.dtype switch
    {
        torch.ScalarType.Bool => Array.ConvertAll(part.data<bool>().ToArray(), v => v ? "true" : "false"),
        torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64 => Array.ConvertAll(part.cdouble().data<Complex>().ToArray(), Text),
        torch.ScalarType.Float32 => Array.ConvertAll(part.data<float>().ToArray(), v => v.ToString(format, culture)),
        torch.ScalarType.Float16 or torch.ScalarType.BFloat16 or torch.ScalarType.Float64 => Array.ConvertAll(part.@double().data<double>().ToArray(), v => v.ToString(format, culture)),
        _ => Array.ConvertAll(part.@long().data<long>().ToArray(), v => v.ToString(culture)),
    };

    private string Text(Complex value) => value.Imaginary == 0
        ? value.Real.ToString(format, culture)
        : value.Real.ToString(format, culture) + (value.Imaginary < 0 ? "-" : "+") + Math.Abs(value.Imaginary).ToString(format, culture) + "i";
}
