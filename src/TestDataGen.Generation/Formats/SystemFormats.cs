using static TestDataGen.Generation.Parts;

namespace TestDataGen.Generation;

/// <summary>Files, programs, databases.</summary>
internal static class SystemFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new("mime_type", "system", "A media type.", l => new PickDomain(l.Texts("system", "mimeTypes", "mime"))),
        new("file_name", "system", "A file with its extension.", l => Join(LatinWords.Words(l), Of("_"), Pattern("###"), Of("."), Extensions())),
        new("file_extension", "system", "A file's extension without the point.", _ => Extensions()),
        new("file_path", "system", "A file with its folder of a Unix system.", l => Join(l.Domain("system", "directoryPaths"), Of("/"), LatinWords.Words(l), Of("_"), Pattern("###"), Of("."), Extensions())),
        new("directory_path", "system", "A folder of a Unix system.", l => l.Domain("system", "directoryPaths")),
        new("operating_system", "system", "An operating system.", _ => Of("Windows 10", "Windows 11", "Windows Server 2022", "macOS 14", "macOS 15", "Ubuntu 22.04", "Ubuntu 24.04", "Debian 12", "Fedora 41", "RHEL 9", "Android 14", "Android 15", "iOS 17", "iOS 18")),
        new("browser", "system", "A browser.", _ => new ChoiceDomain([(Of("Chrome"), 64), (Of("Safari"), 18), (Of("Edge"), 8), (Of("Firefox"), 7), (Of("Opera"), 3)])),
        new("device_type", "system", "Desktop, mobile, tablet.", _ => new ChoiceDomain([(Of("mobile"), 55), (Of("desktop"), 40), (Of("tablet"), 5)])),
        new("programming_language", "system", "A programming language.", _ => Of("C", "C#", "C++", "COBOL", "Go", "Haskell", "Java", "JavaScript", "Kotlin", "PHP", "PowerShell", "Python", "R", "Ruby", "Rust", "SQL", "Scala", "Swift", "TypeScript")),
        new("log_level", "system", "Debug, info, …", _ => new ChoiceDomain([(Of("debug"), 25), (Of("info"), 55), (Of("warning"), 14), (Of("error"), 5), (Of("critical"), 1)])),
        new("environment", "system", "Where a program runs.", _ => Of("development", "test", "staging", "production")),
        new("app_name", "system", "A program.", l => l.Domain("app", "name")),
        new("database_engine", "system", "A storage engine.", l => l.Domain("database", "engine")),
        new("database_type", "system", "A column's type in a database.", l => l.Domain("database", "type")),
        new("database_column", "system", "A column's name.", l => l.Domain("database", "column")),
        new("cron", "system", "When a job runs: 15 4 * * 1.", _ => Join(Numbers(0, 59), Of(" "), Numbers(0, 23), Of(" * * "), Of("*", "0", "1", "2", "3", "4", "5", "6"))),
        new("git_branch", "system", "A branch of a repository.", l => Join(Of("feature", "fix", "chore", "docs"), Of("/"), LatinWords.Words(l), Of("-"), LatinWords.Words(l))),
        new("error_message", "system", "What a program says when it fails.", _ => Of(
            "Access denied", "Bad gateway", "Connection refused", "Connection reset by peer", "Connection timed out", "Constraint violation", "Deadlock detected", "Disk full", "Division by zero", "File not found",
            "Index out of range", "Internal server error", "Invalid argument", "Invalid credentials", "Null reference", "Out of memory", "Permission denied", "Rate limit exceeded", "Resource busy", "Service unavailable", "Token expired", "Unexpected end of file")),
    ];

    private static PickDomain Extensions() => Of("pdf", "docx", "xlsx", "pptx", "png", "jpg", "csv", "txt", "json", "xml", "zip", "mp4");
}
