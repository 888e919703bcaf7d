namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>Hands that have no mouse.</summary>
internal static class Keyboard
{
    private const string Focus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement) return '';
          const name = e.outerHTML.slice(0, 100);
          const style = getComputedStyle(e);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + name;
          const box = e.getClientRects()[0];
          if (box.bottom <= 0 || box.top >= innerHeight) return `out of sight at ${box.top}: ` + name;
          const within = (wish, from, to) => Math.min(Math.max(wish, from + 1), to - 1);
          const x = within(box.left + Math.min(box.width / 2, 40), 0, innerWidth);
          const y = within(box.top + Math.min(box.height / 2, 12), 0, innerHeight);
          const top = document.elementFromPoint(x, y);
          return e.contains(top) || top?.contains(e) ? 'ok: ' + name : `hidden behind ${top?.outerHTML.slice(0, 100)}: ` + name;
        }
        """;

    /// <summary>Tab, until the element is reached; every stop on the way has to be seen.</summary>
    public static async Task TabToAsync(this Visitor visitor, ILocator target)
    {
        for (var stops = 0; stops < 400; stops++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            await visitor.FocusedAsync();
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not reach {target}.");
    }

    /// <summary>Tab from the top of the page until it starts again: nothing holds the focus fast, nothing is left out.</summary>
    public static async Task TabThroughAsync(this Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        var stops = new List<string>();
        do
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var stop = await visitor.FocusedAsync();
            // From the last stop the focus goes round by way of the browser, which takes its time; pressed meanwhile, Tab would skip the first.
            for (var looks = 0; stop.Length == 0 && looks < 25; looks++)
            {
                await Task.Delay(20);
                stop = await visitor.FocusedAsync();
            }

            if (stop.Length > 0)
            {
                stops.Add(stop);
            }
        }
        while (stops.Count < 2 || stops[^1] != stops[0] && stops.Count < 400);

        var reachable = await visitor.Page.EvaluateAsync<int>("""
            () => {
              const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }));
              const radios = all.filter(e => e.type === 'radio');
              return all.length - radios.length + new Set(radios.map(r => r.name)).size;
            }
            """);
        Assert.Equal(reachable, stops.Count - 1);
    }

    public static Task PressAsync(this Visitor visitor, string key) => visitor.Page.Keyboard.PressAsync(key);

    public static Task TypeAsync(this Visitor visitor, string text) => visitor.Page.Keyboard.TypeAsync(text);

    private static async Task<string> FocusedAsync(this Visitor visitor)
    {
        var focus = await visitor.Page.EvaluateAsync<string>(Focus);
        Assert.True(focus.Length == 0 || focus.StartsWith("ok: ", StringComparison.Ordinal), $"{visitor.Page.Url}: {focus}");
        return focus;
    }
}
