namespace TestDataGen.Export.Tests;

/// <summary>Expressions as MySQL 9.7 has them in <c>information_schema</c>, each with what was declared.</summary>
public sealed class MySqlStoredExpressionTests
{
    [Theory]
    [InlineData("(`qty` between 1 and 9)", "(`qty` between 1 and 9)")]
    [InlineData(@"(`n` in (_utf8mb4\'x\\\'y\',_utf8mb4\'q""w\'))", @"(`n` in (_utf8mb4'x\'y',_utf8mb4'q""w'))")]
    [InlineData(@"(`a\\b` > 0)", @"(`a\b` > 0)")]
    [InlineData(@"regexp_like(`j`,_utf8mb4\'^[a-z\\\\.]+$\')", @"regexp_like(`j`,_utf8mb4'^[a-z\\.]+$')")]
    [InlineData(@"(`n` <> _utf8mb4\'new\\nline\')", @"(`n` <> _utf8mb4'new\nline')")]
    [InlineData("(`æ¼¢å\u00AD\u0097` <> 3)", "(`漢字` <> 3)")]
    [InlineData("(`n` = _utf8mb4\\'GrÃ¶Ã\u009Fe\\')", "(`n` = _utf8mb4'Größe')")]
    public void Are_what_was_declared(string stored, string declared) => Assert.Equal(declared, MySqlStoredExpression.Read(stored));

    [Theory]
    [InlineData("(`Größe` > 0)")]
    [InlineData("(`漢字` > 0)")]
    public void In_their_own_characters_they_stay_so(string stored) => Assert.Equal(stored, MySqlStoredExpression.Read(stored));
}
