using System.Globalization;
using Bogus;
using Microsoft.Data.Sqlite;

namespace TestDataGen.Benchmarks.Peer;

/// <summary>
/// The workload into SQLite, the way a good user of Bogus and Microsoft.Data.Sqlite writes it: one transaction, one prepared command, no waiting for the disk.
/// </summary>
internal static class PeerSqlite
{
    private const string CreateTable = """
        pragma synchronous = off;
        create table users (id integer primary key, uid text, first_name text, last_name text, email text, phone text, birth_date text,
            created_at text, balance real, status text, is_admin integer, nickname text)
        """;

    public static void Write(int rows, string path)
    {
        Faker<User> faker = UserFaker.Create(seed: 42);
        File.Delete(path);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using (SqliteCommand create = connection.CreateCommand())
        {
            create.CommandText = CreateTable;
            create.ExecuteNonQuery();
        }

        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into users values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        SqliteParameter[] p = [.. Enumerable.Range(1, 12).Select(i => insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" }))];
        insert.Prepare();
        foreach (User user in faker.GenerateLazy(rows))
        {
            p[0].Value = user.Id;
            p[1].Value = user.Uid.ToString();
            p[2].Value = user.FirstName;
            p[3].Value = user.LastName;
            p[4].Value = user.Email;
            p[5].Value = user.Phone;
            p[6].Value = user.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            p[7].Value = user.CreatedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            p[8].Value = (double)user.Balance;
            p[9].Value = user.Status;
            p[10].Value = user.IsAdmin;
            p[11].Value = user.Nickname ?? (object)DBNull.Value;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
