namespace LobbyKit.Web.Delivery.Returns;

/// <summary>
/// Bytes as short plain words. An address that looks like a password is taken for a spammer's; letters made to syllables would sooner or
/// later make a word that nobody wants to see in a government's mailbox.
/// </summary>
internal static class ReturnWords
{
    /// <summary>One for each value of a byte. Never to be reordered: what is on its way would no longer be known.</summary>
    private static readonly string[] Words =
    [
        "arch", "area", "aunt", "baby", "back", "bake", "ball", "band", "bank", "barn", "base", "bath", "bead", "beam", "bean", "bear", "bell",
        "belt", "bend", "best", "bird", "boat", "bold", "book", "boot", "bowl", "bush", "cake", "calm", "camp", "cape", "card", "care", "cart",
        "case", "cave", "city", "clay", "coat", "coin", "cold", "cook", "cool", "cork", "corn", "cove", "cup", "dawn", "deck", "deep", "deer", "desk",
        "dish", "dock", "dome", "door", "dove", "drum", "dune", "dust", "east", "easy", "echo", "edge", "elm", "fair", "farm", "fern", "fig", "fine",
        "fish", "five", "flag", "flax", "foam", "fold", "fork", "four", "fox", "gate", "gift", "glad", "glow", "gold", "golf", "good", "grey", "hall",
        "harp", "herb", "herd", "hill", "home", "hope", "horn", "ice", "inn", "iris", "iron", "ivy", "jade", "jazz", "judo", "jury", "keen", "key",
        "kind", "kite", "knot", "lace", "lake", "lamb", "lamp", "land", "lane", "lark", "lawn", "leaf", "lily", "lime", "lion", "loft", "long",
        "lute", "mild", "mill", "mint", "mist", "moon", "moss", "neat", "nest", "new", "nice", "noon", "note", "oak", "oats", "opal", "open", "oven",
        "owl", "palm", "park", "path", "peak", "pear", "pine", "plum", "poem", "pond", "post", "rail", "rain", "ramp", "reed", "reef", "rest", "rice",
        "ring", "ripe", "road", "rock", "roll", "roof", "root", "rope", "rose", "ruby", "rust", "sage", "sail", "salt", "sand", "sash", "seed",
        "shed", "ship", "shoe", "shop", "silk", "snow", "soap", "sofa", "soft", "soil", "sole", "song", "soup", "spot", "spur", "star", "stem",
        "step", "stew", "swan", "tale", "tall", "tape", "tarn", "tart", "teal", "team", "tent", "tide", "tile", "time", "toad", "tofu", "town",
        "tray", "tree", "trio", "tuba", "tuna", "tune", "twig", "twin", "vale", "vase", "verb", "vest", "view", "vine", "walk", "wall", "wand",
        "warm", "wasp", "wave", "week", "weir", "well", "west", "wick", "wide", "wild", "wind", "wing", "wire", "wise", "wish", "wolf", "wood",
        "wool", "word", "work", "wren", "yard", "yarn", "year", "yoga", "yolk", "zest", "zinc", "zone",
    ];

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var words = new string[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            words[i] = Words[bytes[i]];
        }

        return string.Join('-', words);
    }
}
