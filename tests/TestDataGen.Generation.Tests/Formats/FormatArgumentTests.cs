using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public class FormatArgumentTests
{
    [Theory]
    [InlineData("lorem_words, 5", "^\\S+( \\S+){4}$")]
    [InlineData("lorem_sentence, 2, 2", "^\\S+ \\S+\\.$")]
    [InlineData("lorem_sentence, 20", "^\\S+( \\S+){19}\\.$")]
    [InlineData("password, 20", "^.{20}$")]
    [InlineData("account_number, 4", "^[0-9]{4}$")]
    [InlineData("email, \"acme.test\"", "@acme\\.test$")]
    [InlineData("iban, \"FR\"", "^FR[0-9]{25}$")]
    [InlineData("credit_card, \"amex\"", "^3[0-9]{14}$")]
    [InlineData("credit_card, \"MasterCard\"", "^5[0-9]{15}$")]
    public void ArgumentsSayWhatIsWanted(string format, string form) =>
        Assert.All(Given.Column(Given.Table($"x: text format({format})"), "x", 50), text => Assert.Matches(form, text));

    [Theory]
    [InlineData("lorem_words, 0", "an integer from 1 to 100, not 0")]
    [InlineData("lorem_words, \"two\"", "an integer from 1 to 100, not \"two\"")]
    [InlineData("lorem_sentence, 5, 4", "an integer from 5 to 100, not 4")]
    [InlineData("password, 1.5", "an integer from 1 to 128, not 1.5")]
    [InlineData("email, 7", "a text in quotes, not 7")]
    [InlineData("email, \"\"", "a text in quotes, not \"\"")]
    [InlineData("iban, \"XX\"", "knows no country \"XX\"")]
    [InlineData("credit_card, \"gold\"", "it knows visa, mastercard")]
    public void AWrongArgumentIsAnErrorThatSaysWhatFits(string format, string said) =>
        Assert.Contains(said, Assert.Single(Given.Errors($"schema S {{ table t {{ x: text format({format}) }} }}")).Message, StringComparison.Ordinal);
}
