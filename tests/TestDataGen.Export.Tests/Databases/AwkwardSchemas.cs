using TestDataGen.Language;

namespace TestDataGen.Export.Tests;

/// <summary>Schemas with what databases are particular about.</summary>
internal static class AwkwardSchemas
{
    /// <summary>Keys of every length, wider and narrower than the keys they refer to, nullable uniques, defaults of every type, a table of many long texts.</summary>
    public static Schema Keys() => Given.Schema("""
        enum Level { low, high }
        schema Keys {
          table parent {
            id:    integer      primary_key
            small: smallint     unique sequence
            price: decimal(8, 2) unique between(1, 999)
            code:  string(12)   unique = "c{id}"
            long:  string(1000) unique = "long text {id}"
            any:   text         unique = "any text {id}"
            maybe: string(20)   unique nullable(50%) pattern("????????")
            ident: uuid         unique
            bytes: binary(16)   unique
          }
          table child {
            id:    bigint       primary_key
            wide:  bigint       references(parent.id) as p1
            other: bigint       references(parent.small) as p2
            price: decimal(12, 2) references(parent.price) as p3
            code:  string(40)   references(parent.code) as p4
            long:  text         references(parent.long) as p5
            any:   text         references(parent.any) as p6
            ident: uuid         references(parent.ident) as p7
            bytes: binary(20)   references(parent.bytes) as p8
            maybe: string(20)   nullable references(parent.maybe) as p10
            none:  integer      nullable(50%) references(parent.id) as p9
          }
          table defaults {
            a: smallint      default(-1)
            b: decimal(9, 2) default(1.50)
            c: double        default(0.1)
            d: boolean       default(true)
            e: string(20)    default("it's \\ \{\}")
            f: text          default("x")
            g: date          default(2024-02-29)
            h: time          default(12:30)
            i: datetime      default(2024-02-29T12:30)
            j: timestamp     default(2024-02-29T12:30Z)
            k: uuid          default("00112233-4455-6677-8899-aabbccddeeff")
            l: json          default("\{\}")
            m: binary(2)     default("CAFE")
            n: Level         default(low)
            o: float         default(0.1)
            p: binary        default("00")
          }
          table wide {
            a: string(4000) b: string(4000) c: string(4000) d: string(4000) e: string(4000)
            f: string(16000) g: binary(8000) h: binary(16000)
          }
        }
        """);
}
