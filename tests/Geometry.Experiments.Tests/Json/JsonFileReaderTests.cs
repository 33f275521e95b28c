using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Experiments.Tests;

public class JsonFileReaderTests
{
    [Fact]
    public void Values_know_their_line_column_and_path()
    {
        JsonValue root = Read("{\n  \"a\": [1, true,\n    { \"b c\": \"x\" } ],\n\t\"d\": null\n}");

        root.Place.ShouldBe(new Place(1, 1, "$"));
        JsonValue list = root.Field("a")!;
        list.Place.ShouldBe(new Place(2, 8, "$.a"));
        list.Items[0].Place.ShouldBe(new Place(2, 9, "$.a[0]"));
        list.Items[1].Place.ShouldBe(new Place(2, 12, "$.a[1]"));
        list.Items[2].Field("b c")!.Place.ShouldBe(new Place(3, 14, "$.a[2]['b c']"));
        root.Fields[1].Place.ShouldBe(new Place(4, 2, "$.d"));
        root.Field("d")!.Kind.ShouldBe(JsonKind.Null);
    }

    [Fact]
    public void Columns_count_characters_not_bytes() =>
        Read("{ \"é\": \"日本\", \"next\": 1 }").Field("next")!.Place.Column.ShouldBe(25 - 3);

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_allowed()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("// a comment\n{ \"a\": [1, 2, /* two */ ], }")];

        JsonFileReader.Read(bytes, new ProblemList("f"))!.Field("a")!.Items.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{ \"a\": 1 ", 1, "$.a")]
    [InlineData("{\n \"a\": tru }", 2, "$.a")]
    [InlineData("{\n\n \"a\": [1 2] }", 3, "$.a[0]")]
    [InlineData("", 1, "$")]
    [InlineData("{} {}", 1, "$")]
    [InlineData("{ \"a\": \"\\ud800\" }", 1, "$.a")]
    public void Malformed_text_is_a_problem_with_its_place(string text, int line, string path)
    {
        Problem problem = ProblemsOf(Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem();

        problem.Place.Line.ShouldBe(line);
        problem.Place.Path.ShouldBe(path);
        problem.Message.ShouldStartWith("malformed JSON: ");
        problem.Message.ShouldNotContain("BytePosition");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_a_problem() =>
        ProblemsOf([(byte)'{', (byte)'\n', (byte)'"', 0xff]).ShouldHaveSingleItem().ToString().ShouldBe("f(2,2) $: the file is not UTF-8 text; save it with that encoding.");

    [Fact]
    public void A_field_that_occurs_twice_is_a_problem() =>
        ProblemsOf("{ \"a\": 1,\n \"a\": 2 }"u8.ToArray()).ShouldHaveSingleItem().ToString()
            .ShouldBe("f(2,2) $.a: the field 'a' occurs twice (first in line 1); remove one.");

    [Fact]
    public void Any_text_survives_quoting() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)) != text.Get // lone surrogates have no UTF-8
            || Read($"[{System.Text.Json.JsonSerializer.Serialize(text.Get)}]").Items[0].Text == text.Get).QuickCheckThrowOnFailure();

    private static JsonValue Read(string text) => JsonFileReader.Read(Encoding.UTF8.GetBytes(text), new ProblemList("f"))!;

    private static IReadOnlyList<Problem> ProblemsOf(byte[] bytes)
    {
        var problems = new ProblemList("f");
        JsonFileReader.Read(bytes, problems);
        return Should.Throw<PipelineFileException>(problems.ThrowIfAny).Problems;
    }
}
