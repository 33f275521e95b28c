using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace EmbeddingService;

/// <summary>Reads a row, <c>[0.1, 0.2, ...]</c>, or a list of rows, <c>[[...], [...]]</c>, from the body of a request.</summary>
internal static class RowReader
{
    /// <summary>Reads the rows.</summary>
    /// <param name="request">The request.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <exception cref="BadHttpRequestException">The body is not such rows; the message says what is wrong and where.</exception>
    public static async Task<RequestRows> ReadAsync(HttpRequest request, int width)
    {
        PipeReader body = request.BodyReader;
        ReadResult read;
        while (!(read = await body.ReadAsync(request.HttpContext.RequestAborted)).IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        try
        {
            return Parse(read.Buffer, width);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body is not JSON: {e.Message}", e);
        }
        finally
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    private static RequestRows Parse(ReadOnlySequence<byte> body, int width)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        Require(json.TokenType == JsonTokenType.StartArray, $"The body must be a row of {width} numbers, [0.1, 0.2, ...], or a list of rows, [[...], [...]].");
        json.Read();
        Require(json.TokenType != JsonTokenType.EndArray, $"There are no rows. Send one, [0.1, 0.2, ...], or a list of them; a row has {width} numbers.");
        List<FeatureRow> rows = [];
        bool isSingle = json.TokenType != JsonTokenType.StartArray;
        if (isSingle)
        {
            rows.Add(ParseRow(ref json, width, 1));
        }

        for (; !isSingle && json.TokenType != JsonTokenType.EndArray; json.Read())
        {
            Require(json.TokenType == JsonTokenType.StartArray, $"Row {rows.Count + 1} is not a list of numbers.");
            json.Read();
            rows.Add(ParseRow(ref json, width, rows.Count + 1));
        }

        json.Read(); // nothing may follow
        return new RequestRows(rows, isSingle);
    }

    // From the first number to the end of the row.
    private static FeatureRow ParseRow(ref Utf8JsonReader json, int width, int row)
    {
        float[] values = new float[width];
        int count = 0;
        for (; json.TokenType != JsonTokenType.EndArray; json.Read())
        {
            float value = 0;
            if (json.TokenType != JsonTokenType.Number || !json.TryGetSingle(out value) || !float.IsFinite(value))
            {
                throw new BadHttpRequestException($"Row {row}, number {count + 1}: {TextOf(json)} is not a finite number of single precision.");
            }

            if (count == width)
            {
                throw new BadHttpRequestException($"Row {row} is longer than {width}; the model takes {width} numbers.");
            }

            values[count++] = value;
        }

        Require(count == width, $"Row {row} is {count} long; the model takes {width} numbers.");
        return new FeatureRow { Features = values };
    }

    private static string TextOf(in Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        _ => Encoding.UTF8.GetString(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan),
    };

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new BadHttpRequestException(message);
        }
    }
}
