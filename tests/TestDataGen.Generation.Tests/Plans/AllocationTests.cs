using TestDataGen.Language;

namespace TestDataGen.Generation.Tests;

public sealed class AllocationTests
{
    private const string Shop = """
        schema Shop {
          table customers {
            id: bigint primary_key
            first_name: string(50) format(first_name)
            email: string(120) unique = lower("{ascii(first_name)}-{id}@example.com")
            city: string(80)
            tier: string(10) weighted("basic": 80, "gold": 15)
            balance: decimal(12, 2) normal(500, 200) min(0)
            visits: integer histogram(0: 50, 1..9: 50)
            latency: double mixture(normal(20, 3): 90, lognormal(5, 0.5): 10) max(500)
            code: string(12) unique regex(/[A-Z]{3}-[0-9]{6}/)
            at: datetime between(2024-01-01, 2025-06-30)
            note: text nullable(40%)
            spent: decimal(12, 2) = coalesce(sum(orders.price), 0)
            mean: decimal(12, 2) = coalesce(avg(orders.cost), 0)
            orders: integer = count(orders)
            shipped: integer = count(orders.shipped_at)
            first: datetime nullable = min(orders.placed_at)
            worst: text nullable = max(orders.status)
          }
          table products { id: bigint primary_key  price: decimal(12, 2) lognormal(3.2, 0.8) max(5_000) }
          table orders {
            id: bigint primary_key
            customer_id: bigint references(customers.id) as customer
            placed_at: datetime between(customer.at, now)
            shipped_at: datetime nullable = if(id % 2 == 0, after(placed_at, 1d..7d), null)
            total: decimal(12, 2) = 2 * customer.balance
            line: integer = child_index + 1
            other: bigint references(products.id) as product zipf(1.05)
            cost: decimal(12, 2) = id % 5 * product.price
            price: decimal(12, 2) lognormal(3.2, 0.8) max(5_000)
            status: string(9) weighted("a": 2, "b": 1)
            shipped: boolean = status == "a" and id > 7
            who: string(60) = "{customer.first_name} of {customer.city}"
          }
        }
        generate Shop { orders 0..20 per customers }
        """;

    [Fact]
    public void Filling_a_batch_allocates_nothing_by_the_row()
    {
        Plan plan = Given.Plan(Given.Schema(Shop), 20_000);
        foreach (TablePlan table in plan.Tables)
        {
            var frame = new Frame(table);
            for (int warmUp = 0; warmUp < 3; warmUp++)
                frame.FillRange(0, RowBatch.MaxRows);
            foreach (Field field in table.Table.Fields)
            {
                Column column = frame.Column(field.Index);
                // A collection at that time takes arrays back that were kept to be used again: the best of three tells.
                long bytes = Enumerable.Range(0, 3).Min(_ =>
                {
                    column.Clear();
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    table.Sources[field.Index].Fill(frame, column);
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                });
                Assert.True(bytes < 4 * RowBatch.MaxRows, $"{field}: {bytes} bytes");
            }
        }
    }
}
