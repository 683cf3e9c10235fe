using System.Management.Automation.Host;

namespace TestDataGen.Cli;

/// <summary>The console's size, which formatting asks for; nothing else of a raw console is served.</summary>
internal sealed class ConsoleRawInterface : PSHostRawUserInterface
{
    private const int WidthOfFiles = 120;

    public override Size BufferSize
    {
        get => new(Width(), 50);
        set { }
    }

    public override Size WindowSize
    {
        get => new(Width(), 50);
        set { }
    }

    public override Size MaxWindowSize => new(Width(), 50);

    public override Size MaxPhysicalWindowSize => new(Width(), 50);

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Coordinates CursorPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override Coordinates WindowPosition { get; set; }

    public override string WindowTitle { get; set; } = "tdg";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer()
    {
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw new NotSupportedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

    private static int Width()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WidthOfFiles : Console.WindowWidth;
        }
        catch (IOException)
        {
            return WidthOfFiles;
        }
    }
}
