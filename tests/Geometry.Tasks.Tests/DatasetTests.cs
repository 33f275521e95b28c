using System.Formats.Tar;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Geometry.Tasks.Tests;

public sealed class DatasetTests : IDisposable
{
    private static readonly byte[] s_images = IdxBytes.Images(3), s_labels = IdxBytes.Labels(0, 1, 1);

    private readonly TemporaryDirectory _directory = new();
    private readonly FakeServer _server = new();

    private string Package => Path.Combine(_directory.Path, "package");

    private string Data => Path.Combine(_directory.Path, "data");

    public void Dispose()
    {
        _directory.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData("fashion-mnist", 10, 0)]
    [InlineData("mnist", 10, 0)]
    [InlineData("cifar-10", 10, 0)]
    [InlineData("cifar-100", 100, 20)]
    public void Should_Know_The_Data_Sets(string name, int classes, int superclasses)
    {
        DatasetManifest.KnownNames.ShouldContain(name);
        DatasetManifest manifest = DatasetManifest.Find(name);
        manifest.Classes.Distinct().Count().ShouldBe(classes);
        (manifest.Superclasses ?? []).Distinct().Count().ShouldBe(superclasses);
        manifest.Classes.Intersect(manifest.Superclasses ?? []).ShouldBeEmpty();
        manifest.Files.ShouldAllBe(file => file.ContentSha256.Length == 64 && file.ContentBytes > 10_000);
        manifest.Checksums.ShouldNotBeEmpty();
        manifest.Splits.Keys.ShouldBe(["train", "test"]);
        manifest.Splits.Values.SelectMany(split => split.Images.Concat(split.Labels is null ? [] : [split.Labels])).Order()
            .ShouldBe(manifest.Files.Select(file => file.Name).Order());
        manifest.Splits.Values.ShouldAllBe(split => manifest.Format == DatasetFormat.Idx ? split.Images.Count == 1 && split.Labels != null : split.Labels == null);
        if (manifest.Format != DatasetFormat.Idx)
        {
            manifest.Archive!.Sha256.Length.ShouldBe(64);
            int record = manifest.Format == DatasetFormat.Cifar10 ? 3073 : 3074;
            manifest.Splits["train"].Images.Sum(image => manifest.Files.Single(file => file.Name == image).ContentBytes).ShouldBe(50_000L * record);
            manifest.Splits["test"].Images.Sum(image => manifest.Files.Single(file => file.Name == image).ContentBytes).ShouldBe(10_000L * record);
        }
    }

    [Fact]
    public void Should_Name_The_Data_Sets_And_Parts_There_Are()
    {
        Should.Throw<ArgumentException>(() => DatasetManifest.Find("fashion")).Message
            .ShouldBe("The data set 'fashion' is unknown. Did you mean 'fashion-mnist'? Known: cifar-10, cifar-100, fashion-mnist, mnist.");
        Should.Throw<ArgumentException>(() => DatasetManifest.Find("mnist").Split("tset")).Message
            .ShouldBe("The data set 'mnist' has no part 'tset'. It has: train, test.");
    }

    [Fact]
    public void Should_Refuse_A_File_That_Was_Changed()
    {
        _directory.File("data/tiny/images", [.. s_images[..^1], 99]);
        _directory.File("data/tiny/labels", s_labels);
        DatasetLocation found = Locate();
        string path = found.Paths["images.gz"];
        Should.Throw<InvalidDataException>(() => found.ReadImages("train")).Message.ShouldBe(
            $"{path} is not the file that the manifest describes: the content has SHA-256 {Sha256([.. s_images[..^1], 99])} instead of {Sha256(s_images)}. "
            + "Remove it and fetch it again.");
        _directory.File("data/tiny/images", s_images);
        found.ReadImages("train").Count.ShouldBe(3);
        _directory.File("data/tiny/images", s_images[..^1]);
        Should.Throw<InvalidDataException>(() => found.ReadImages("train")).Message.ShouldContain("the content has 33 bytes instead of 34");
    }

    [Fact]
    public void Should_Take_The_Files_Out_Of_A_Downloaded_Archive()
    {
        (DatasetManifest manifest, byte[] archive) = Archived();
        _server.Files["http://first/tiny.tar.gz"] = archive[..^1];
        _server.Files["http://second/tiny.tar.gz"] = archive;
        DatasetLocation location = Locate(manifest);
        location.Origin.ShouldBe(DatasetOrigin.Download);
        location.ReadImages("train").Labels.ToArray().ShouldBe([7, 2, 5]);
        location.ReadImages("train", maximumImages: 1).Count.ShouldBe(1);
        Directory.GetFiles(Path.Combine(Data, "tiny")).Select(Path.GetFileName).Order().ShouldBe(["one.bin", "two.bin"]);
        Locate(manifest).Origin.ShouldBe(DatasetOrigin.DataDirectory);
    }

    [Fact]
    public void Should_Take_The_Files_Out_Of_An_Archive_That_The_User_Fetched()
    {
        (DatasetManifest manifest, byte[] archive) = Archived();
        string path = _directory.File("data/tiny/tiny.tar.gz", [.. archive[..^1], 1]);
        string message = Should.Throw<DatasetNotFoundException>(() => Locate(manifest)).Message;
        message.ShouldContain($"{path}: it has SHA-256 ");
        message.ShouldContain("Its files are one.bin, two.bin (or tiny.tar.gz, which holds them); see http://home.");
        _directory.File("data/tiny/tiny.tar.gz", archive);
        DatasetLocation location = Locate(manifest);
        location.Origin.ShouldBe(DatasetOrigin.DataDirectory);
        location.ReadImages("train").Count.ShouldBe(3);
        _server.Requests.ShouldBe(2);
    }

    [Fact]
    public void Should_Refuse_A_Manifest_That_Is_None()
    {
        Should.Throw<InvalidDataException>(() => DatasetManifest.Read(Json("""{"name": "x"}"""))).Message.ShouldStartWith("The data set manifest cannot be read: ");
        Should.Throw<InvalidDataException>(() => DatasetManifest.Read(Json("null"))).Message.ShouldBe("The data set manifest is null.");
    }

    [Fact]
    public void Should_Look_In_Packages_Then_In_The_Data_Directory_Then_Download()
    {
        Serve();
        DatasetLocation downloaded = Locate();
        downloaded.Origin.ShouldBe(DatasetOrigin.Download);
        downloaded.ReadImages("train").Count.ShouldBe(3);
        downloaded.ReadImages("train").ClassNames.ShouldBe(["shirt", "shoe"]);
        int requests = _server.Requests;
        DatasetLocation found = Locate();
        found.Origin.ShouldBe(DatasetOrigin.DataDirectory);
        found.Directory.ShouldBe(Path.Combine(Data, "tiny"));
        _server.Requests.ShouldBe(requests);
        _directory.File("package/images.gz", IdxBytes.Compressed(s_images));
        _directory.File("package/labels", s_labels);
        DatasetLocation installed = Locate();
        installed.Origin.ShouldBe(DatasetOrigin.Package);
        installed.Paths["labels.gz"].ShouldBe(Path.Combine(Package, "labels"));
        installed.ReadImages("train").Labels.ToArray().ShouldBe([0, 1, 1]);
    }

    [Fact]
    public void Should_Try_The_Next_Address_When_A_Checksum_Is_Wrong()
    {
        Serve();
        _server.Files["http://first/labels.gz"] = IdxBytes.Compressed(IdxBytes.Labels(1, 1, 0));
        List<string> log = [];
        Locate(log.Add).Origin.ShouldBe(DatasetOrigin.Download);
        log.ShouldBe(["Downloading http://first/images.gz", "Downloading http://first/labels.gz", "Downloading http://second/labels.gz"]);
    }

    [Fact]
    public void Should_Name_What_Was_Tried_And_The_Remedy()
    {
        _server.Files["http://first/images.gz"] = IdxBytes.Compressed(IdxBytes.Labels(1, 1, 0));
        _server.Files["http://second/images.gz"] = IdxBytes.Compressed([.. s_images[..^1], 99]);
        string path = Path.Combine(Data, "tiny");
        Should.Throw<DatasetNotFoundException>(() => Locate()).Message.ShouldBe($"""
            The data set 'tiny' was not found. Tried:
              {Package}: does not exist
              {path}: does not exist
              http://first/images.gz: the content has 11 bytes instead of 34; the download was discarded
              http://second/images.gz: the content has SHA-256 {Sha256([.. s_images[..^1], 99])} instead of {Sha256(s_images)}; the download was discarded
            To get it, run 'apt-get install tiny', or put the files into {path}. Its files are images.gz, labels.gz; see http://home.
            """);
        Directory.GetFiles(path).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Say_Which_Files_Are_Missing_And_That_A_Server_Fails()
    {
        _directory.File("package/images.gz", IdxBytes.Compressed(s_images));
        string message = Should.Throw<DatasetNotFoundException>(() => Locate()).Message;
        message.ShouldContain($"{Package}: lacks labels.gz");
        message.ShouldContain("http://second/images.gz: ");
        message.ShouldContain("404");
        Directory.Exists(Path.Combine(Data, "tiny")).ShouldBeFalse();
        Should.Throw<DatasetNotFoundException>(() => new DatasetLocator(new() { DataDirectory = Data, AllowDownload = false }).Locate(Manifest()))
            .Message.ShouldNotContain("http://first");
        Should.Throw<DatasetNotFoundException>(() => new DatasetLocator(new() { DataDirectory = null, AllowDownload = false }).Locate(Manifest() with { Name = "no-such-set" }))
            .Message.ShouldContain("set GEOMETRY_DATA to a directory that holds no-such-set/ with the files");
    }

    [Fact]
    public void Should_Keep_Files_That_Are_There()
    {
        _directory.File("data/tiny/images", s_images);
        Serve();
        _server.Files.Remove("http://first/images.gz");
        _server.Files.Remove("http://second/images.gz");
        Locate().Paths["images.gz"].ShouldBe(Path.Combine(Data, "tiny", "images"));
    }

    private static MemoryStream Json(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Serve()
    {
        foreach (string host in new[] { "first", "second" })
        {
            _server.Files[$"http://{host}/images.gz"] = IdxBytes.Compressed(s_images);
            _server.Files[$"http://{host}/labels.gz"] = IdxBytes.Compressed(s_labels);
        }
    }

    private DatasetManifest Manifest() => new(
        "tiny", "Three images", "CC0", "http://home", DatasetFormat.Idx, ["shirt", "shoe"],
        new Dictionary<string, DatasetSplit> { ["train"] = new(["images.gz"], "labels.gz") },
        "Computed here.",
        [new("images.gz", s_images.Length, Sha256(s_images)), new("labels.gz", s_labels.Length, Sha256(s_labels))],
        [new("apt-get install tiny", Package)],
        ["http://first/", "http://second/"]);

    // Two files of CIFAR-10 records in a folder of a tar archive, beside one that nobody asked for.
    private static (DatasetManifest Manifest, byte[] Archive) Archived()
    {
        (string Name, byte[] Bytes)[] files = [("one.bin", CifarBytes.Cifar10(7, 2)), ("two.bin", CifarBytes.Cifar10(5))];
        using MemoryStream stream = new();
        using (TarWriter tar = new(stream, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files.Append(("readme.html", new byte[5])))
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"folder/{name}") { DataStream = new MemoryStream(bytes) });
            }
        }

        byte[] archive = IdxBytes.Compressed(stream.ToArray());
        return (new DatasetManifest(
            "tiny", "Three images", "CC0", "http://home", DatasetFormat.Cifar10, [.. Enumerable.Range(0, 10).Select(i => $"class {i}")],
            new Dictionary<string, DatasetSplit> { ["train"] = new(["one.bin", "two.bin"]) },
            "Computed here.",
            [.. files.Select(file => new DatasetFile(file.Name, file.Bytes.Length, Sha256(file.Bytes)))],
            [],
            ["http://first/", "http://second/"],
            Archive: new DatasetArchive("tiny.tar.gz", archive.Length, Sha256(archive))), archive);
    }

    private DatasetLocation Locate(Action<string>? log = null) => Locate(Manifest(), log);

    private DatasetLocation Locate(DatasetManifest manifest, Action<string>? log = null) =>
        new DatasetLocator(new() { DataDirectory = Data, HttpHandler = _server, Log = log }).Locate(manifest);

    private sealed class FakeServer : HttpMessageHandler
    {
        public Dictionary<string, byte[]> Files { get; } = [];

        public int Requests { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Files.TryGetValue(request.RequestUri!.ToString(), out byte[]? bytes)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) }
                : new HttpResponseMessage(HttpStatusCode.NotFound);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
