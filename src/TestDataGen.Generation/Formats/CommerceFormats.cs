using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>What is sold, and how orders go.</summary>
internal static class CommerceFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("product_name", "commerce", "A product: Small Granite Chair.", l => Join(
            l.Domain("commerce", "product_name.adjective"), Of(" "), l.Domain("commerce", "product_name.material"), Of(" "), l.Domain("commerce", "product_name.product"))),
        new("product_adjective", "commerce", "How a product is.", l => l.Domain("commerce", "product_name.adjective")),
        new("product_material", "commerce", "What a product is of.", l => l.Domain("commerce", "product_name.material")),
        new("product", "commerce", "A product in a word.", l => l.Domain("commerce", "product_name.product")),
        new("product_description", "commerce", "A product in a sentence.", l => l.Domain("commerce", "product_description")),
        new("department", "commerce", "A department of a shop.", l => l.Domain("commerce", "department")),
        new("color", "commerce", "A colour by its name.", l => l.Domain("commerce", "color")),
        new("hex_color", "commerce", "A colour as #rrggbb.", _ => Join(Of("#"), new HexDomain(6))),
        new("clothing_size", "commerce", "XS to XXL.", _ => Of("XS", "S", "M", "L", "XL", "XXL")),
        new("unit", "commerce", "A unit of measure: kg, m, pcs.", _ => Of("pcs", "kg", "g", "l", "ml", "m", "cm", "mm", "m2", "m3", "box", "pack", "pair", "set", "h")),
        new("order_status", "commerce", "Pending, shipped, …", _ => new ChoiceDomain(
            [(Of("pending"), 15), (Of("paid"), 15), (Of("shipped"), 20), (Of("delivered"), 40), (Of("cancelled"), 7), (Of("returned"), 3)])),
        new("payment_method", "commerce", "How one pays.", _ => new ChoiceDomain(
            [(Of("credit card"), 50), (Of("bank transfer"), 15), (Of("direct debit"), 10), (Of("invoice"), 10), (Of("PayPal"), 10), (Of("cash"), 5)])),
        new("shipping_method", "commerce", "How a parcel goes.", _ => new ChoiceDomain([(Of("standard"), 70), (Of("express"), 20), (Of("pickup"), 10)])),
        new("status", "commerce", "Active, inactive, …", _ => new ChoiceDomain([(Of("active"), 75), (Of("inactive"), 12), (Of("pending"), 10), (Of("archived"), 3)])),
        new("kind", "commerce", "One of a few kinds: standard, basic, …", _ => new ChoiceDomain([(Of("standard"), 55), (Of("basic"), 20), (Of("premium"), 15), (Of("custom"), 10)])),
        new("priority", "commerce", "Low, medium, high, critical.", _ => new ChoiceDomain([(Of("low"), 35), (Of("medium"), 45), (Of("high"), 16), (Of("critical"), 4)])),
        new("promo_code", "commerce", "A code that makes something cheaper: SAVE20-KQXZ.", _ => Join(Of("SAVE", "WELCOME", "SPRING", "SUMMER", "VIP"), Of("10", "15", "20", "25", "50"), Of("-"), Pattern("????"))),
        new("food", "commerce", "Something to eat.", _ => Of(
            "Apple Pie", "Avocado Toast", "Baked Potato", "Beef Stew", "Caesar Salad", "Cheese Plate", "Chicken Curry", "Chocolate Cake", "Dumplings", "Falafel", "Fish Soup", "French Onion Soup", "Fried Rice",
            "Goulash", "Grilled Salmon", "Hummus", "Lasagne", "Lentil Soup", "Margherita Pizza", "Mushroom Risotto", "Omelette", "Paella", "Pancakes", "Pumpkin Soup", "Ramen", "Ratatouille", "Sushi", "Tacos", "Tomato Soup", "Waffles")),
        new("animal", "commerce", "An animal.", _ => Of(
            "badger", "bear", "beaver", "bee", "buffalo", "camel", "cat", "cow", "crane", "deer", "dog", "dolphin", "donkey", "duck", "eagle", "elephant", "falcon", "fox", "frog", "goat", "goose", "hare", "hedgehog", "heron",
            "horse", "lion", "lynx", "mouse", "otter", "owl", "panda", "penguin", "pig", "rabbit", "raven", "seal", "sheep", "snail", "squirrel", "stork", "swan", "tiger", "turtle", "whale", "wolf", "zebra")),
        new("music_genre", "commerce", "A kind of music.", l => l.Domain("music", "genre")),
    ];
}
