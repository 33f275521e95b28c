namespace Geometry.Tasks.Tests;

public class TableTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Should_Read_Numbers_And_Texts(char separator)
    {
        string text = "f0,f1,garment,note\n1,-2.5e-1,\"coat, long\",a\n 3 ,4,shirt,\"say \"\"hi\"\"\"\n".Replace(',', separator);
        Table table = Table.Parse(text, "table.csv");
        table.RowCount.ShouldBe(2);
        table.Columns.Select(column => column.Name).ShouldBe(["f0", "f1", "garment", "note"]);
        table["f0"].Numbers().ToArray().ShouldBe([1, 3]);
        table["f1"].Numbers().ToArray().ShouldBe([-0.25, 4]);
        table["f1"].Texts().ShouldBe(["-0.25", "4"]);
        table["garment"].IsNumeric.ShouldBeFalse();
        table["garment"].Texts().ShouldBe([$"coat{separator} long", "shirt"]);
        table["note"].Texts()[1].ShouldBe("say \"hi\"");
    }

    [Fact]
    public void Should_Keep_The_Text_Of_Columns_That_Are_Asked_For_As_Text()
    {
        Table table = Table.Parse("code,x\n01,1\n1,2\n", "table.csv", ["code"]);
        table["code"].Texts().ShouldBe(["01", "1"]);
        Should.Throw<InvalidDataException>(() => table["code"].Numbers().Length).Message
            .ShouldBe("table.csv: the column 'code' was read as text, so it holds no numbers.");
        Should.Throw<ArgumentException>(() => Table.Parse("code,x\n1,2\n", "table.csv", ["cod"])).Message
            .ShouldBe("table.csv has no column 'cod'. Did you mean 'code'?");
    }

    [Theory]
    [InlineData("abc", "is 'abc'")]
    [InlineData("", "is empty")]
    [InlineData("NaN", "is 'NaN'")]
    [InlineData("1e999", "is '1e999'")]
    [InlineData("\"1,5\"", "is '1,5'")]
    public void Should_Name_The_Place_Of_A_Cell_That_Is_No_Number(string cell, string problem)
    {
        Table table = Table.Parse($"a,b\n1,2\n\n3,{cell}\n", "table.csv");
        Should.Throw<InvalidDataException>(() => table["b"].Numbers().Length).Message.ShouldBe(
            $"table.csv, line 4, column 'b': the cell {problem}, and a finite number is needed, such as -1.5 or 2e-3.");
    }

    [Theory]
    [InlineData("", "table.csv is empty. Give a table with a header and at least one row.")]
    [InlineData("\n\n", "table.csv is empty. Give a table with a header and at least one row.")]
    [InlineData("a,b\n", "table.csv has a header and no rows. Give a table with at least one row.")]
    [InlineData("a,a\n1,2\n", "table.csv, line 1: the column name 'a' occurs more than once. Rename one of the columns.")]
    [InlineData("a,\n1,2\n", "table.csv, line 1: the column 2 has no name. Give each column a name in the header.")]
    [InlineData("a,b\n1,2\n1,2,3\n", "table.csv, line 3: the row has 3 cells and the header 2. "
        + "Quote cells that contain the separator, and give empty cells their separators.")]
    [InlineData("a,b\n1\n", "table.csv, line 2: the row has 1 cells and the header 2. "
        + "Quote cells that contain the separator, and give empty cells their separators.")]
    [InlineData("a,b\n1,x\"y\n", "table.csv, line 2: the quotes are broken. Put a cell with quotes into quotes and double those inside.")]
    public void Should_Say_What_Is_Wrong_With_A_Table(string text, string message) =>
        Should.Throw<InvalidDataException>(() => Table.Parse(text, "table.csv")).Message.ShouldBe(message);

    [Fact]
    public void Should_Suggest_A_Column()
    {
        Table table = Table.Parse("Hidden1,Condition\n1,2\n", "table.csv");
        Should.Throw<ArgumentException>(() => table["condition"]).Message.ShouldBe("table.csv has no column 'condition'. Did you mean 'Condition'?");
        Should.Throw<FileNotFoundException>(() => Table.Read("no-such.csv")).Message.ShouldBe("The table no-such.csv does not exist.");
    }

    [Fact]
    public void Should_Read_A_File()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("t.csv", [0xEF, 0xBB, 0xBF, .. "x\r\n1\r\n2\r\n"u8]);
        Table.Read(path)["x"].Numbers().ToArray().ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("f0", "f0")]
    [InlineData("f0..f2", "f0 f1 f2")]
    [InlineData("f1..2, label", "f1 f2 label")]
    [InlineData("f*", "f0 f1 f2 f10")]
    [InlineData("g00..g01,f0,g*", "g00 g01 f0")]
    [InlineData("a..b", "a..b")]
    public void Should_Resolve_A_Selection(string selection, string expected) => string.Join(' ', ColumnSelection.Resolve(
        selection, ["f0", "f1", "label", "f2", "f10", "g00", "g01", "a..b"], "table.csv")).ShouldBe(expected);

    [Theory]
    [InlineData("x*", "table.csv has no column that starts with 'x'. It has: f0, f1, f2, label.")]
    [InlineData("f0..f3", "The range 'f0..f3' needs a column 'f3', which table.csv lacks. It has: f0, f1, f2, label.")]
    [InlineData("f2..f0", "'f2..f0' is no range of columns. Write it as f0..f99: one name, and a smaller and a greater number.")]
    [InlineData("f0..g2", "'f0..g2' is no range of columns. Write it as f0..f99: one name, and a smaller and a greater number.")]
    [InlineData("lable", "table.csv has no column 'lable'. Did you mean 'label'?")]
    [InlineData(" , ", "No columns are named. Write names, ranges (f0..f99) or prefixes (f*), separated by commas.")]
    public void Should_Say_Why_A_Selection_Fails(string selection, string message) =>
        Should.Throw<ArgumentException>(() => ColumnSelection.Resolve(selection, ["f0", "f1", "f2", "label"], "table.csv")).Message.ShouldBe(message);
}
