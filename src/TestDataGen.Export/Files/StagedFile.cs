namespace TestDataGen.Export;

/// <summary>A file that is written beside its final name and moved there when whole, so that a stop in the middle leaves nothing half-written.</summary>
internal sealed class StagedFile : IDisposable
{
    private readonly bool _mayReplace;
    private FileStream? _stream;
    private bool _isStaged = true;
    private bool _hasReplaced;

    /// <summary>Chooses the name to write under; nothing is created yet.</summary>
    /// <param name="path">The final name.</param>
    /// <param name="mayReplace">Whether a file of that name may be replaced.</param>
    /// <exception cref="ExportException">There is such a file and it may not.</exception>
    public StagedFile(string path, bool mayReplace)
    {
        FinalPath = path;
        _mayReplace = mayReplace;
        if (Directory.Exists(path))
            throw new ExportException($"{path} is a folder.", "Name a file.");
        if (!mayReplace && File.Exists(path))
            throw new ExportException($"{path} exists.", "Allow it to be replaced, or give another path.") { DestinationExists = true };
        StagedPath = $"{path}.{Guid.NewGuid():N}.tmp";
    }

    /// <summary>The name that the file gets in the end.</summary>
    public string FinalPath { get; }

    /// <summary>The name under which it is written.</summary>
    public string StagedPath { get; }

    /// <summary>Whether only the user may read the file.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Creates the folder that the file is written in, where it is missing.</summary>
    /// <exception cref="ExportException">It can't be.</exception>
    public void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(FinalPath))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(FinalPath, e);
        }
    }

    /// <summary>Writes at the file's end.</summary>
    /// <exception cref="ExportException">The disk is full, or the folder can't be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream ??= Open();
            _stream.Write(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(FinalPath, e);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // What .NET makes of EFBIG.
            throw CannotWrite(FinalPath, new IOException("The file would be larger than the file system or a limit of this process allows.", e));
        }
    }

    /// <summary>Makes sure that the disk has taken everything, and lets go of the file.</summary>
    public void Close()
    {
        try
        {
            _stream ??= Open();
            _stream.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(FinalPath, e);
        }
    }

    /// <summary>Gives the file its final name.</summary>
    public void Move()
    {
        try
        {
            _hasReplaced = File.Exists(FinalPath);
            File.Move(StagedPath, FinalPath, _mayReplace);
            _isStaged = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(FinalPath, e);
        }
    }

    /// <summary>Takes a file away again that has its final name, since others of the run could not get theirs. One that has replaced another stays: what was there is gone.</summary>
    public void TakeBack()
    {
        if (!_isStaged && !_hasReplaced)
            File.Delete(FinalPath);
    }

    /// <summary>Removes the file if it was not moved.</summary>
    public void Dispose()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // A full disk refuses the last bytes of a file that is removed now.
        }

        // Nothing was written under a path that can't be one; to say so now would hide why.
        if (_isStaged && File.Exists(StagedPath))
            File.Delete(StagedPath);
    }

    /// <summary>An error that says which file and what to do.</summary>
    public static ExportException CannotWrite(string path, Exception cause)
    {
        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
                return new ExportException($"{path} can't be written: {folder} is a file, not a folder.", "Give another path.", cause);
        }

        // The system names the file that was begun beside the final one, which means nothing to the user.
        string reason = cause is UnauthorizedAccessException ? "you have no right to write there." : cause.Message;
        return new ExportException($"{path} can't be written: {reason} Nothing was left there.", "Check the path, the rights and the free space.", cause);
    }

    private FileStream Open()
    {
        CreateFolder();
        // Batches are larger than any buffer of the stream's.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        // On Windows the folder's rights, which are the user's own, hold.
        if (IsPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(StagedPath, options);
    }
}
