using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Experiments.Tests;

public class ScoresCsvTests
{
    private const string Header = "experiment,cell,nonlinearity,seed,epoch,layer,score,variant,target,value,standard_error,n,reason,null_mean,p_value,interval_low,interval_high,floor,least,ceiling\n";

    [Fact]
    public void A_row_has_the_columns_of_the_header() => Write(Rows.Make()).ShouldBe(Header + "e,c,tanh,1,30,Hidden1,ccgp,v,t,0.5,0.25,8,,,,,,,,\n");

    [Fact]
    public void What_is_undefined_is_empty_and_has_a_reason() =>
        Write(Rows.Make() with { Value = null, StandardError = null, Seed = null, Epoch = null, Nonlinearity = "", Reason = "a dead layer" })
            .ShouldBe(Header + "e,c,,,,Hidden1,ccgp,v,t,,,8,a dead layer,,,,,,,\n");

    [Fact]
    public void Nulls_intervals_and_bounds_stand_behind_the_reason() =>
        Write(Rows.Make() with { NullMean = 0.5, PValue = 0.01, IntervalLow = 0.25, IntervalHigh = 0.75, Floor = 0.125, Least = 0, Ceiling = 1 })
            .ShouldBe(Header + "e,c,tanh,1,30,Hidden1,ccgp,v,t,0.5,0.25,8,,0.5,0.01,0.25,0.75,0.125,0,1\n");

    [Fact]
    public void Separators_quotes_and_line_breaks_are_quoted() =>
        Write(Rows.Make() with { Cell = "a=[1,2];b=\"x\"", Reason = "one\ntwo" })
            .ShouldBe(Header + "e,\"a=[1,2];b=\"\"x\"\"\",tanh,1,30,Hidden1,ccgp,v,t,0.5,0.25,8,\"one\ntwo\",,,,,,,\n");

    [Fact]
    public void Any_text_and_any_number_reads_back_the_same() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NormalFloat>(), (text, number) =>
        {
            string csv = Write(Rows.Make() with { Target = text.Get, Value = number.Get });
            using var reader = new CsvReader(new StringReader(csv), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
            reader.Read();
            reader.ReadHeader();
            reader.Read();
            return reader["target"] == text.Get
                && BitConverter.DoubleToInt64Bits(double.Parse(reader["value"]!, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(number.Get);
        }).QuickCheckThrowOnFailure();

    private static string Write(params ResultRow[] rows)
    {
        using var writer = new StringWriter();
        ScoresCsv.Write(rows, writer);
        return writer.ToString();
    }
}
