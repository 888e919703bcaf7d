namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>
/// A page as it comes over a slow line: the browser may show it after any bit of it. A line that is really slow stops at a few places only, and at
/// others each time; so the page's own source is written anew, bit by bit, and after each bit is looked where everything stands.
/// </summary>
internal static class Arrival
{
    // What the browser itself calls a shift: something in sight that moves by three pixels or more.
    private const string Write = """
        async () => {
          // Scripts come last, and are another test's.
          const html = (await (await fetch(location.href)).text()).replace(/<script.*?<\/script>/gs, '');
          const body = html.indexOf('<body');
          document.open();
          document.write(html.slice(0, body));
          for (const link of document.querySelectorAll('link[rel=stylesheet]'))
            while (!link.sheet) await new Promise(done => setTimeout(done, 5));
          const moved = new Set();
          let before = new Map();
          for (const bit of html.slice(body).match(/<[^>]*>|[^<]{1,60}/g)) {
            document.write(bit);
            const now = new Map();
            for (const element of document.body?.querySelectorAll('*') ?? []) {
              const box = element.getClientRects()[0];
              if (box?.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight)
                now.set(element, { top: box.top, start: document.dir === 'rtl' ? box.right : box.left });
            }
            for (const [element, at] of now) {
              const was = before.get(element);
              if (was && (Math.abs(was.top - at.top) >= 3 || Math.abs(was.start - at.start) >= 3))
                moved.add(`${element.outerHTML.slice(0, 80)} by ${(at.start - was.start).toFixed(1)}, ${(at.top - was.top).toFixed(1)} with ${bit}`);
            }
            before = now;
          }
          document.close();
          return [...moved];
        }
        """;

    /// <summary>Says what moved, by how many pixels, and with which bit of the page's source.</summary>
    public static async Task AssertNothingMovesBitByBitAsync(this Visitor visitor)
    {
        // Whatever brought the visitor here has to have come to its end.
        await visitor.Page.WaitForLoadStateAsync();
        var moved = await visitor.Page.EvaluateAsync<string[]>(Write);
        Assert.True(moved.Length == 0, $"{visitor.Page.Url} at {visitor.Options.Width}:\n{string.Join('\n', moved)}");
    }
}
