using System.Text.RegularExpressions;
using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public class FormatTests
{
    public static TheoryData<string> Locales => [.. FormatCatalog.Locales];

    public static TheoryData<string> Names => [.. FormatCatalog.All.Select(f => f.Name)];

    [Fact]
    public void ThereAreManyFormatsInManyLocales()
    {
        Assert.True(FormatCatalog.All.Count >= 150, $"{FormatCatalog.All.Count} formats");
        Assert.True(FormatCatalog.Locales.Count >= 45, $"{FormatCatalog.Locales.Count} locales");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachIsDescribed(string name)
    {
        Format format = FormatCatalog.All.Single(f => f.Name == name);
        Assert.Matches("^[a-z][a-z0-9_]*$", name);
        Assert.Matches("^[a-z]+$", format.Category);
        Assert.Matches(@"^.+[.:…#-]$", format.Summary);
        Assert.Equal(format.MaxArguments, FormatCatalog.Signatures.Single(s => s.Name == name).MaxArguments);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void EachWorksInEachLocale(string locale)
    {
        LocaleData data = LocaleData.Get(locale);
        foreach (Format format in FormatCatalog.All)
        {
            string where = $"{format.Name} in {locale}";
            TextDomain domain = format.Create(data, []);
            ulong key = Texts.Key(format.Name);
            for (int row = 0; row < 20; row++)
            {
                string text = Texts.Drawn(domain, key, row);
                Assert.False(string.IsNullOrWhiteSpace(text), where);
                Assert.True(text == Texts.Drawn(domain, key, row), $"{where}: not the same twice");
                Assert.True(text.EnumerateRunes().Count() <= domain.MaxChars, $"{where}: {text} is longer than {domain.MaxChars} characters");
                Assert.False(text.Contains("#{", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal), $"{where}: {text}");
                if (format.Category is "person" or "address" or "company")
                    Assert.False(text.AsSpan().ContainsAny("#?!*"), $"{where}: {text}");
                Assert.True(text == text.Trim(), $"{where}: \"{text}\" begins or ends with a space");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void WhereEachTextIsSaidToBeOnceItIs(string locale)
    {
        LocaleData data = LocaleData.Get(locale);
        foreach (Format format in FormatCatalog.All)
        {
            TextDomain domain = format.Create(data, []);
            if (!domain.IsInjective)
                continue;
            // All of a small domain; of a large one places all over it and neighbours.
            const int most = 400;
            UInt128 step = domain.Count / most;
            List<UInt128> indexes = domain.Count <= most
                ? [.. Enumerable.Range(0, (int)domain.Count).Select(i => (UInt128)i)]
                : [.. Enumerable.Range(0, most).Select(i => (UInt128)i * step), .. Enumerable.Range(1, 200).Select(i => domain.Count - (UInt128)i)];
            indexes = [.. indexes.Distinct()];
            Assert.True(indexes.Count == indexes.Select(i => Texts.At(domain, i)).Distinct().Count(), $"{format.Name} in {locale} gives a text twice");
        }
    }

    [Theory]
    [InlineData("email", "^[a-z]+\\.[a-z]+[0-9]{2}@example\\.(com|net|org)$")]
    [InlineData("user_name", "^[a-z]+[._-][a-z]+[0-9]{2}$")]
    [InlineData("url", "^https://www\\.[a-z]+-[a-z]+\\.example/[a-z]+$")]
    [InlineData("ipv4", "^10\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}$")]
    [InlineData("ipv6", "^2001:db8(:[0-9a-f]{1,4}){6}$")]
    [InlineData("mac", "^02(:[0-9a-f]{2}){5}$")]
    [InlineData("uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    [InlineData("android_id", "^APA91[A-Za-z0-9_-]{178}$")]
    [InlineData("apple_push_token", "^[0-9a-f]{64}$")]
    [InlineData("country_code", "^[A-Z]{2}$")]
    [InlineData("currency_code", "^[A-Z]{3}$")]
    [InlineData("hex_color", "^#[0-9a-f]{6}$")]
    [InlineData("bic", "^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}$")]
    [InlineData("json_object", "^\\{\"id\":[0-9]+,\"name\":\"[a-z]+\",\"active\":(true|false)\\}$")]
    [InlineData("lorem_sentence", "^\\p{Lu}\\S*( \\S+){3,11}\\.$")]
    [InlineData("latitude", "^-?[0-9]{1,2}\\.[0-9]{6}$")]
    public void TextsHaveTheirForm(string name, string form)
    {
        foreach (string locale in new[] { "en", "de", "fr", "es", "pl", "cz", "ru", "el", "ja", "zh_CN" })
        {
            TextDomain domain = FormatCatalog.Create(name, LocaleData.Get(locale), []);
            for (int row = 0; row < 100; row++)
            {
                string text = Texts.Drawn(domain, Texts.Key(name), row);
                if (name == "lorem_sentence" && locale is "ja" or "zh_CN")
                    continue;
                Assert.Matches(form, text);
            }
        }
    }

    [Theory]
    [InlineData("de", "^.+ [0-9]+[a-z]?$")]
    [InlineData("en", "^[0-9]+ .+$")]
    [InlineData("fr", "^[0-9]+ .+$")]
    [InlineData("ru", "^.+, [0-9]+$")]
    public void StreetAndNumberStandInTheOrderOfTheCountry(string locale, string order)
    {
        TextDomain domain = FormatCatalog.Create("street_address", LocaleData.Get(locale), []);
        for (int row = 0; row < 200; row++)
            Assert.Matches(order, Texts.Drawn(domain, Texts.Key("street"), row));
    }

    [Theory]
    [InlineData("en", "email", "phone", "uuid", "user_name", "iban", "credit_card", "vin", "ean13", "full_name", "ipv4", "postcode")]
    [InlineData("de", "email", "phone", "uuid", "user_name", "iban", "credit_card", "vin", "ean13", "full_name", "ipv4", "postcode")]
    public void WhatIsOftenUniqueCanBe(string locale, params string[] names) =>
        Assert.All(names, name => Assert.True(FormatCatalog.Create(name, LocaleData.Get(locale), []).IsInjective, name));

    [Fact]
    public void UniqueEmailsAreUnique()
    {
        IReadOnlyList<string?> emails = Given.Column(Given.Table("email: string(120) unique format(email)"), "email", 20_000);
        Assert.Equal(20_000, emails.Distinct().Count());
        Assert.All(emails, e => Assert.Matches("^[a-z.0-9]+@example\\.(com|net|org)$", e));
    }

    [Fact]
    public void AMansNameStandsWithAMansWhereALanguageTellsThemApart()
    {
        LocaleData czech = LocaleData.Get("cz");
        var women = new HashSet<string>(czech.Texts("name", "female_last_name"));
        women.ExceptWith(czech.Texts("name", "male_last_name"));
        var men = new HashSet<string>(czech.Texts("name", "male_first_name"));
        men.ExceptWith(czech.Texts("name", "female_first_name"));
        TextDomain domain = FormatCatalog.Create("full_name", czech, []);
        for (int row = 0; row < 1000; row++)
        {
            string[] names = Texts.Drawn(domain, Texts.Key("couple"), row).Split(' ');
            Assert.False(men.Contains(names[0]) && women.Contains(names[^1]), string.Join(' ', names));
        }
    }

    [Fact]
    public void ExamplesAreAlwaysTheSame()
    {
        foreach (Format format in FormatCatalog.All)
            Assert.Equal(FormatCatalog.Example(format.Name, "en_US"), FormatCatalog.Example(format.Name, "en_US"));
        Assert.Equal("There is no format nothing.", Assert.Throws<ArgumentException>(() => FormatCatalog.Example("nothing", "en")).Message);
    }

    [Fact]
    public void WritingATextAllocatesNothing()
    {
        LocaleData data = LocaleData.Get("de");
        var into = new byte[100_000];
        foreach (Format format in FormatCatalog.All.Where(f => f.Category != "bogus"))
        {
            TextDomain domain = format.Create(data, []);
            long Allocated(int rows)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int row = 0; row < rows; row++)
                {
                    var draws = new RandomDraws(99991, (ulong)row << Squares.DrawBits);
                    domain.Draw(ref draws, into);
                }

                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Allocated(10);
            Assert.True(Allocated(200) == 0, $"{format.Name} allocates");
        }
    }

    [Fact]
    public void BogussGeneratorsGiveTheSameOnAnyThread()
    {
        LocaleData data = LocaleData.Get("fr");
        foreach (Format format in FormatCatalog.All.Where(f => f.Category == "bogus"))
        {
            TextDomain domain = format.Create(data, []);
            string[] alone = [.. Enumerable.Range(0, 200).Select(row => Texts.Drawn(domain, Texts.Key("b"), row))];
            string[] together = [.. Enumerable.Range(0, 200).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(row => Texts.Drawn(domain, Texts.Key("b"), row))];
            Assert.Equal(alone, together);
            Assert.True(alone.Distinct().Count() > 50, format.Name);
        }
    }
}
