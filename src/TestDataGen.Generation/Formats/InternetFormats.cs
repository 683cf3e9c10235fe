using System.Globalization;
using System.Text;

namespace TestDataGen.Generation;

/// <summary>Names and numbers of networks. All domains end in <c>.example</c> or are those of RFC 2606, so that no mail reaches a stranger.</summary>
internal static class InternetFormats
{
    private static readonly string[] Domains = ["example.com", "example.net", "example.org"];

    public static IReadOnlyList<Format> All { get; } =
    [
        new("email", "internet", "An e-mail address at a domain that nobody has (RFC 2606).", l => new TemplateDomain(
            [Latin(PersonFormats.FirstName(l)), Of("."), Latin(PersonFormats.LastName(l)), PatternDomain.OfDigits("##"), Of("@"), new PickDomain(Domains)])),
        new("user_name", "internet", "A login name.", l => new TemplateDomain(
            [Latin(PersonFormats.FirstName(l)), new PickDomain([".", "_", "-"]), Latin(PersonFormats.LastName(l)), PatternDomain.OfDigits("##")])),
        new("domain_name", "internet", "A domain below .example.", l => new TemplateDomain([Latin(PersonFormats.LastName(l)), Of("-"), Latin(l.Domain("company", "noun")), Of(".example")])),
        new("url", "internet", "A web address.", l => new TemplateDomain([Of("https://www."), Latin(PersonFormats.LastName(l)), Of(".example/"), Latin(l.Domain("lorem", "words"))])),
        new("ipv4", "internet", "An IPv4 address of the private range 10.0.0.0/8.", _ => new DrawnDomain(15, (ref RandomDraws draws, Span<byte> into) =>
        {
            ulong bits = draws.Next();
            return Write(into, string.Create(CultureInfo.InvariantCulture, $"10.{bits >> 56}.{(bits >> 48) & 255}.{1 + ((bits >> 32) & 0xFFFF) % 254}"));
        })),
        new("ipv6", "internet", "An IPv6 address of the range 2001:db8::/32, which is for documentation.", _ => new DrawnDomain(39, (ref RandomDraws draws, Span<byte> into) =>
        {
            ulong high = draws.Next();
            ulong low = draws.Next();
            return Write(into, string.Create(
                CultureInfo.InvariantCulture,
                $"2001:db8:{(high >> 48) & 0xFFFF:x}:{(high >> 32) & 0xFFFF:x}:{(low >> 48) & 0xFFFF:x}:{(low >> 32) & 0xFFFF:x}:{(low >> 16) & 0xFFFF:x}:{low & 0xFFFF:x}"));
        })),
        new("mac", "internet", "A hardware address, locally administered.", _ => new DrawnDomain(17, (ref RandomDraws draws, Span<byte> into) =>
        {
            ulong bits = draws.Next();
            return Write(into, string.Create(
                CultureInfo.InvariantCulture, $"02:{(bits >> 8) & 255:x2}:{(bits >> 16) & 255:x2}:{(bits >> 24) & 255:x2}:{(bits >> 32) & 255:x2}:{(bits >> 40) & 255:x2}"));
        })),
        new("port", "internet", "A port number from 1024.", _ => new DrawnDomain(5, (ref RandomDraws draws, Span<byte> into) => CellText.WriteInteger(1024 + (long)draws.Below(64512), into))),
        new("http_method", "internet", "GET, POST, …", _ => new PickDomain(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])),
        new("http_status", "internet", "A status code of HTTP.", _ => new PickDomain(["200", "201", "204", "301", "302", "304", "400", "401", "403", "404", "409", "422", "429", "500", "502", "503"])),
        new("user_agent", "internet", "What a browser says of itself.", _ => new ChoiceDomain(
        [
            new TemplateDomain([Of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1"), PatternDomain.OfDigits("##"), Of(".0.0.0 Safari/537.36")]),
            new TemplateDomain([Of("Mozilla/5.0 (X11; Linux x86_64; rv:1"), PatternDomain.OfDigits("##"), Of(".0) Gecko/20100101 Firefox/128.0")]),
            new TemplateDomain([Of("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/1"), PatternDomain.OfDigits("#"), Of(".0 Safari/605.1.15")]),
        ])),
        new("mime_type", "internet", "A media type.", l => new PickDomain(l.Texts("system", "mimeTypes", "mime"))),
        new("file_name", "internet", "A file with its extension.", l => new TemplateDomain(
            [Latin(l.Domain("lorem", "words")), Of("_"), PatternDomain.OfDigits("###"), Of("."), new PickDomain(["pdf", "docx", "xlsx", "png", "jpg", "csv", "txt", "zip"])])),
        new("directory_path", "internet", "A folder of a Unix system.", l => l.Domain("system", "directoryPaths")),
        new("password", "internet", "Twelve letters, digits and signs; not to be used anywhere.", _ => new DrawnDomain(12, (ref RandomDraws draws, Span<byte> into) =>
        {
            ReadOnlySpan<byte> alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#%+-_"u8;
            for (int i = 0; i < 12; i++)
                into[i] = alphabet[(int)draws.Below((ulong)alphabet.Length)];
            return 12;
        })),
        new("slug", "internet", "Words with hyphens, as in a web address.", l => new TemplateDomain([Latin(l.Domain("lorem", "words")), Of("-"), Latin(l.Domain("lorem", "words")), Of("-"), Latin(l.Domain("lorem", "words"))])),
    ];

    /// <summary>A list's texts in lower-case letters from a to z; those of other scripts, of which nothing is left, become words of Latin.</summary>
    public static PickDomain Latin(TextDomain domain)
    {
        IEnumerable<string> texts = domain is PickDomain pick ? pick.Texts : [];
        List<string> latin = [.. texts.Select(t => string.Concat(FunctionCompiler.ToAscii(t).ToLowerInvariant().Where(char.IsAsciiLetter))).Where(t => t.Length > 1 && t.Any(c => c != 'x')).Distinct()];
        return latin.Count >= 20 ? new PickDomain(latin) : Latin(LocaleData.Get("en").Domain("lorem", "words"));
    }

    private static PickDomain Of(string text) => new([text]);

    private static int Write(Span<byte> into, string text) => Encoding.ASCII.GetBytes(text, into);
}
