namespace Geometry.Experiments.Tests;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("geometry").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Both_files_are_written_and_nothing_else()
    {
        string path = Path.Combine(_root, "a", "b");
        using (ResultFolder folder = ResultFolder.Open(path))
        {
            folder.Write([Rows.Make()], "{}");
        }

        Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe([ResultFolder.ManifestFile, ResultFolder.ScoresFile]);
        File.ReadAllText(Path.Combine(path, ResultFolder.ManifestFile)).ShouldBe("{}");
    }

    [Fact]
    public void Former_results_are_replaced_only_by_whole_ones()
    {
        using (ResultFolder folder = ResultFolder.Open(_root))
        {
            folder.Write([Rows.Make()], "first");
        }

        using (ResultFolder folder = ResultFolder.Open(_root))
        {
            Should.Throw<InvalidOperationException>(() => folder.Write(Failing(), "second"));
        }

        Directory.EnumerateFiles(_root).Count().ShouldBe(2);
        File.ReadAllText(Path.Combine(_root, ResultFolder.ManifestFile)).ShouldBe("first");
        File.ReadAllLines(Path.Combine(_root, ResultFolder.ScoresFile)).Length.ShouldBe(2);
    }

    [Fact]
    public void Folders_that_were_made_in_vain_are_removed()
    {
        ResultFolder.Open(Path.Combine(_root, "a", "b")).Dispose();

        Directory.EnumerateFileSystemEntries(_root).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_was_there_stays()
    {
        ResultFolder.Open(_root).Dispose();

        Directory.Exists(_root).ShouldBeTrue();
    }

    [Fact]
    public void A_file_in_the_way_is_bad_input()
    {
        string file = Path.Combine(_root, "file");
        File.WriteAllText(file, "");

        Should.Throw<BadInputException>(() => ResultFolder.Open(Path.Combine(file, "sub"))).Message.ShouldContain("--output");
    }

    private static IEnumerable<ResultRow> Failing()
    {
        yield return Rows.Make();
        throw new InvalidOperationException("on the way");
    }
}
