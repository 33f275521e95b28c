using Microsoft.Playwright;

namespace Geometry.Reports.Tests;

/// <summary>The system's Chromium, without a window, and small results to look at in it.</summary>
public sealed class Chromium : IAsyncLifetime, IDisposable
{
    private const string Variable = "GEOMETRY_CHROMIUM";

    // A page on a busy machine is slow, which is no fault of it.
    private const float Patience = 180_000;

    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Gets the results.</summary>
    public TinyResults Results { get; } = new();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        string? path = Environment.GetEnvironmentVariable(Variable) ?? s_places.FirstOrDefault(File.Exists);
        path.ShouldNotBeNull($"There is no Chromium to look at reports with. Run scripts/setup-tests.sh (Debian: apt-get install chromium), or name the program in {Variable}.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path, ChromiumSandbox = false, Timeout = Patience,
            Args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>Opens a report in a page of its own.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The window, or null for one of 1280 x 900 pixels on light paper.</param>
    public async Task<OpenReport> OpenAsync(string file, BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        var report = new OpenReport(context, await context.NewPageAsync(), new Uri(Path.GetFullPath(file)));
        await report.LoadAsync();
        return report;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>Removes the results.</summary>
    public void Dispose() => Results.Dispose();
}
