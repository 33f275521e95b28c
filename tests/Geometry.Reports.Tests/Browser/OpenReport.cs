using Microsoft.Playwright;

namespace Geometry.Reports.Tests;

/// <summary>A report in a browser, with all that it said and asked for.</summary>
public sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly List<string> _messages = [], _requests = [];

    internal OpenReport(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        _address = address;
        Page = page;
        page.Console += (_, message) => Add(_messages, $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Add(_messages, $"error: {error}");
        page.Dialog += (_, dialog) => Add(_messages, $"dialog: {dialog.Message}");
        page.Request += (_, request) => Add(_requests, request.Url);
    }

    /// <summary>Gets the page.</summary>
    public IPage Page { get; }

    /// <summary>Gets the charts.</summary>
    public ILocator Charts => Page.Locator(".chart");

    /// <summary>Gets all that the page wrote to the console, errors that nobody caught, and dialogs.</summary>
    public IReadOnlyList<string> Messages => Copy(_messages);

    /// <summary>Loads the page.</summary>
    internal Task LoadAsync() => Page.GotoAsync(_address.AbsoluteUri);

    /// <summary>Brings every chart into view, one after the other, and waits until it is drawn.</summary>
    public async Task DrawAllAsync()
    {
        foreach (ILocator chart in await Charts.AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.And(Page.Locator(".drawn")).WaitForAsync();
        }
    }

    /// <summary>Checks that the page is silent, and that nothing was asked for but the file and what it has in itself.</summary>
    public void ShouldBeQuietAndAlone()
    {
        Messages.ShouldBeEmpty();
        string[] elsewhere = [.. Copy(_requests).Where(url => !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal) && url.Split('#')[0] != _address.AbsoluteUri)];
        elsewhere.ShouldBeEmpty();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static void Add(List<string> list, string text)
    {
        lock (list)
        {
            list.Add(text);
        }
    }

    private static string[] Copy(List<string> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }
}
