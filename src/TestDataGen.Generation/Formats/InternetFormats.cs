using System.Buffers.Text;
using System.Globalization;
using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Names and numbers of networks. All domains end in <c>.example</c> or are those of RFC 2606, so that no mail reaches a stranger.</summary>
internal static class InternetFormats
{
    private const string PasswordCharacters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!#%+-_";

    public static IReadOnlyList<Format> All { get; } =
    [
        new("email", "internet", "An e-mail address, at a domain that nobody has (RFC 2606) or the one asked for.", "domain", (l, a) => Join(
            LatinWords.FirstNames(l), Of("."), LatinWords.LastNames(l), Pattern("##"), Of("@"), Domain(a.Text(0, "domain")))),
        new("user_name", "internet", "A login name.", l => Join(LatinWords.FirstNames(l), Of(".", "_", "-"), LatinWords.LastNames(l), Pattern("##"))),
        new("domain_name", "internet", "A domain below .example.", DomainName),
        new("host_name", "internet", "A machine below .example: web-04.smith.example.", l => Join(
            Of("web", "app", "db", "mail", "cache", "proxy", "build", "node"), Of("-"), Pattern("##"), Of("."), LatinWords.LastNames(l), Of(".example"))),
        new("url", "internet", "A web address.", l => Join(Of("https://www."), DomainName(l), Of("/"), LatinWords.Words(l))),
        new("image_url", "internet", "The address of a picture.", l => Join(Of("https://images."), LatinWords.LastNames(l), Of(".example/"), Pattern("######"), Of(".jpg", ".png", ".webp"))),
        new("ipv4", "internet", "An IPv4 address of the private range 10.0.0.0/8.", _ => Ipv4()),
        new("ipv6", "internet", "An IPv6 address of the range 2001:db8::/32, which is for documentation.", _ => Ipv6()),
        new("mac", "internet", "A hardware address, locally administered.", _ => Mac()),
        new("port", "internet", "A port number from 1024.", _ => new NumberedDomain(64512, 4, 5, "", (index, into) => CellText.WriteInteger(1024 + (long)index, into))),
        new("http_method", "internet", "GET, POST, …", _ => new ChoiceDomain([(Of("GET"), 60), (Of("POST"), 22), (Of("PUT"), 8), (Of("PATCH"), 4), (Of("DELETE"), 4), (Of("HEAD"), 2)])),
        new("http_status", "internet", "A status code of HTTP.", _ => Of("200", "201", "204", "301", "302", "304", "400", "401", "403", "404", "409", "422", "429", "500", "502", "503")),
        new("protocol", "internet", "A protocol of networks.", _ => Of("http", "https", "ftp", "sftp", "ssh", "smtp", "imap", "mqtt", "ldap", "dns")),
        new("user_agent", "internet", "What a browser says of itself.", _ => new ChoiceDomain(
        [
            Join(Of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1"), Pattern("##"), Of(".0.0.0 Safari/537.36")),
            Join(Of("Mozilla/5.0 (X11; Linux x86_64; rv:1"), Pattern("##"), Of(".0) Gecko/20100101 Firefox/128.0")),
            Join(Of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/1"), Pattern("#"), Of(".0 Safari/605.1.15")),
        ])),
        new("password", "internet", "Twelve letters, digits and signs, or as many as asked for; not to be used anywhere.", "length", (_, a) => Password(a.Integer(0, "length", 1, 128, 12))),
        new("api_key", "internet", "tk_ and 40 letters and digits; no service knows it.", _ => Join(Of("tk_"), Characters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40))),
        new("slug", "internet", "Words with hyphens, as in a web address.", l => Join(LatinWords.Words(l), Of("-"), LatinWords.Words(l), Of("-"), LatinWords.Words(l))),
        new("hashtag", "internet", "A word behind #.", l => Join(Of("#"), LatinWords.Words(l))),
        new("locale_code", "internet", "A language and a country: en-US.", _ => Of(
            "ar-SA", "cs-CZ", "da-DK", "de-AT", "de-CH", "de-DE", "el-GR", "en-AU", "en-CA", "en-GB", "en-IE", "en-IN", "en-US", "es-ES", "es-MX", "fi-FI", "fr-BE", "fr-CA", "fr-FR", "hu-HU", "it-IT", "ja-JP", "ko-KR",
            "nb-NO", "nl-BE", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "ro-RO", "ru-RU", "sk-SK", "sv-SE", "tr-TR", "uk-UA", "vi-VN", "zh-CN", "zh-TW")),
        new("language_code", "internet", "A language by ISO 639-1.", _ => Of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh")),
        new("language_name", "internet", "A language by its English name.", _ => Of(
            "Arabic", "Bulgarian", "Chinese", "Croatian", "Czech", "Danish", "Dutch", "English", "Estonian", "Finnish", "French", "German", "Greek", "Hebrew", "Hindi", "Hungarian", "Indonesian", "Italian", "Japanese",
            "Korean", "Latvian", "Lithuanian", "Norwegian", "Persian", "Polish", "Portuguese", "Romanian", "Russian", "Serbian", "Slovak", "Slovenian", "Spanish", "Swedish", "Thai", "Turkish", "Ukrainian", "Vietnamese")),
    ];

    private static PickDomain Domain(string? domain) => domain is null ? Of("example.com", "example.net", "example.org") : Of(domain);

    private static TemplateDomain DomainName(LocaleData locale) => Join(LatinWords.LastNames(locale), Of("-"), LatinWords.Words(locale), Of(".example"));

    private static TemplateDomain Password(int length) => Characters(PasswordCharacters, length);

    private static NumberedDomain Ipv4() => new(65536 * 254, 8, 14, "10.", (index, into) =>
    {
        uint number = (uint)index;
        int at = Decimal((number / 254) >> 8, into);
        into[at++] = (byte)'.';
        at += Decimal((number / 254) & 255, into[at..]);
        into[at++] = (byte)'.';
        return at + Decimal(1 + (number % 254), into[at..]);
    });

    // Six groups of up to four digits without zeros in front; at least one digit each.
    private static NumberedDomain Ipv6() => new(UInt128.One << 96, 20, 38, "2001:db8:", (index, into) =>
    {
        int at = 0;
        for (int group = 5; group >= 0; group--)
        {
            Utf8Formatter.TryFormat((ushort)(index >> (16 * group)), into[at..], out int written, 'x');
            at += written;
            if (group > 0)
                into[at++] = (byte)':';
        }

        return at;
    });

    private static NumberedDomain Mac() => new(1UL << 40, 17, 17, "02", (index, into) =>
    {
        for (int i = 0; i < 5; i++)
        {
            into[3 * i] = (byte)':';
            int bits = (int)(index >> (8 * (4 - i))) & 255;
            into[(3 * i) + 1] = "0123456789abcdef"u8[bits >> 4];
            into[(3 * i) + 2] = "0123456789abcdef"u8[bits & 15];
        }

        return 15;
    });

    private static int Decimal(uint number, Span<byte> into)
    {
        number.TryFormat(into, out int written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
