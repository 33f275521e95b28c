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

    [Fact]
    public void Should_Know_Fashion_Mnist()
    {
        DatasetManifest.KnownNames.ShouldContain("fashion-mnist");
        DatasetManifest manifest = DatasetManifest.Find("fashion-mnist");
        manifest.Classes.Count.ShouldBe(10);
        manifest.Files.Count.ShouldBe(4);
        manifest.Files.ShouldAllBe(file => file.ContentSha256.Length == 64 && file.ContentBytes > 10_000);
        foreach (DatasetSplit split in manifest.Splits.Values)
        {
            manifest.Files.Select(file => file.Name).ShouldContain(split.Images);
            manifest.Files.Select(file => file.Name).ShouldContain(split.Labels);
        }

        Should.Throw<ArgumentException>(() => DatasetManifest.Find("fashion")).Message
            .ShouldBe("The data set 'fashion' is unknown. Did you mean 'fashion-mnist'? Known: fashion-mnist.");
        Should.Throw<ArgumentException>(() => manifest.Split("tset")).Message.ShouldBe("The data set 'fashion-mnist' has no part 'tset'. It has: train, test.");
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
        "tiny", "Three images", "CC0", "http://home", ["shirt", "shoe"],
        new Dictionary<string, DatasetSplit> { ["train"] = new("images.gz", "labels.gz") },
        [new("images.gz", s_images.Length, Sha256(s_images)), new("labels.gz", s_labels.Length, Sha256(s_labels))],
        [new("apt-get install tiny", Package)],
        ["http://first/", "http://second/"]);

    private DatasetLocation Locate(Action<string>? log = null) =>
        new DatasetLocator(new() { DataDirectory = Data, HttpHandler = _server, Log = log }).Locate(Manifest());

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
