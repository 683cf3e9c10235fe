using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public class LocaleDataTests
{
    [Theory]
    [InlineData("en_US", "en_US")]
    [InlineData("de_DE", "de")]
    [InlineData("de-at", "de_AT")]
    [InlineData("de_DE.UTF-8", "de")]
    [InlineData("EN", "en")]
    [InlineData("fr_FR", "fr")]
    [InlineData("zh", "zh_CN")]
    [InlineData("zh-Hant-TW", "zh_TW")]
    [InlineData("cs_CZ", "cz")]
    [InlineData("pt", "pt_PT")]
    [InlineData("no", "nb_NO")]
    [InlineData("nb", "nb_NO")]
    [InlineData("en_IN", "en_IND")]
    [InlineData("id", "id_ID")]
    public void NamesAreFound(string name, string locale) => Assert.Equal(locale, LocaleData.Get(name).Name);

    [Theory]
    [InlineData("")]
    [InlineData("xx")]
    [InlineData("klingon")]
    [InlineData("_")]
    public void AnUnknownNameIsAnErrorThatListsAll(string name)
    {
        Assert.Equal($"There is no locale {name}.", Assert.Throws<ArgumentException>(() => LocaleData.Get(name)).Message);
        string hint = HintFor(name);
        Assert.All(FormatCatalog.Locales, l => Assert.Contains(l, hint, StringComparison.Ordinal));
    }

    // Unique texts of a list go into columns whose server takes two that differ in case only for the same. (A Swedish chef writes as he likes.)
    [Fact]
    public void TextsOfAListDifferBeyondCase() => Assert.All(FormatCatalog.Locales.Where(l => l != "en_BORK"), locale => Assert.All(FormatCatalog.All.Where(f => f.Category != "bogus"), format =>
    {
        if (Created(format, locale) is PickDomain list)
            Assert.Empty(list.Texts.GroupBy(t => t, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => string.Join('|', g)));
    }));

    // A format that must be given something is none of these lists.
    private static TextDomain? Created(Format format, string locale)
    {
        try
        {
            return FormatCatalog.Create(format.Name, LocaleData.Get(locale), []);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [Fact]
    public void ANearNameIsOffered() => Assert.Equal("Did you mean `sv`?", HintFor("svv"));

    private static string HintFor(string locale) =>
        Assert.Single(Assert.Throws<SchemaException>(() => Plan.Create(Given.Table("id: integer"), new PlanOptions { Locale = locale })).Diagnostics).Hint;

    [Fact]
    public void TheTextsAreThoseOfTheLanguage()
    {
        Assert.Contains("Juliane", LocaleData.Get("de").Texts("name", "first_name"));
        Assert.Contains("Deutschland", LocaleData.Get("de").Texts("address", "country"));
        Assert.Equal(["Schweiz"], LocaleData.Get("de_CH").Texts("address", "default_country"));
    }

    [Fact]
    public void WhatALocaleLacksComesFromItsLanguageAndThenFromEnglish()
    {
        Assert.Equal(LocaleData.Get("de").Texts("date", "month.wide"), LocaleData.Get("de_CH").Texts("date", "month.wide"));
        Assert.Equal(LocaleData.Get("en").Texts("hacker", "verb"), LocaleData.Get("ja").Texts("hacker", "verb"));
    }

    [Fact]
    public void ManyThreadsReadTheSame()
    {
        string[] texts = [.. FormatCatalog.Locales.SelectMany(l => Enumerable.Repeat(l, 8)).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(l => Texts.Drawn(LocaleData.Get(l).Domain("company", "name"), 12345))];
        for (int i = 0; i < texts.Length; i++)
            Assert.Equal(texts[i - (i % 8)], texts[i]);
    }
}
