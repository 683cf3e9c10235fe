using System.Diagnostics.CodeAnalysis;

namespace TestDataGen.Language;

/// <summary>The comments of a text that are not printed yet, in their order.</summary>
internal sealed class PendingComments(SourceText? source, IReadOnlyList<Comment> comments)
{
    private int _next;

    /// <summary>Nothing is taken while something is only measured.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The next comment that begins before a place; null: none.</summary>
    public Comment? Before(int place) => !IsHeld && source is not null && _next < comments.Count && comments[_next].Span.Start < place ? comments[_next] : null;

    /// <summary>Takes the next comment that begins before a place.</summary>
    public bool TryTakeBefore(int place, [NotNullWhen(true)] out Comment? comment)
    {
        comment = Before(place);
        if (comment is not null)
            _next++;
        return comment is not null;
    }

    /// <summary>Whether a comment that begins before a place ends its line, or has several.</summary>
    public bool HasBreakingBefore(int place)
    {
        for (int i = _next; Before(place) is not null && i < comments.Count && comments[i].Span.Start < place; i++)
        {
            if (comments[i].IsBreaking)
                return true;
        }

        return false;
    }

    /// <summary>Whether nothing but commas and brackets stand between a place and a comment on its line.</summary>
    public bool IsRightBehind(int place, Comment comment) =>
        comment.Span.Start < place || source!.Text.AsSpan(place, comment.Span.Start - place).IndexOfAnyExcept(" \t,{)") < 0;

    /// <summary>The line of a place in the text; 0 without a text.</summary>
    public int LineOf(int place) => source?.Locate(place).Line ?? 0;
}
