Describe 'New-TdgData' {
    BeforeAll {
        $schema = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg"
    }

    It 'gives typed rows in the order of the fields' {
        $row = $schema | New-TdgData -Count 1 -Table customers
        $row.PSObject.TypeNames[0] | Should -Be 'TestDataGen.Row#customers'
        $row.PSObject.TypeNames | Should -Contain 'TestDataGen.Row'
        $row.id | Should -BeOfType [long]
        $row.balance | Should -BeOfType [decimal]
        $row.PSObject.Properties.Name | Select-Object -First 3 | Should -Be 'id', 'first_name', 'last_name'
    }

    It 'gives the same rows for the same seed' {
        $first = $schema | New-TdgData -Count 50 -Table customers -Seed 1 | ConvertTo-Csv
        $second = $schema | New-TdgData -Count 50 -Table customers -Seed 1 -ThrottleLimit 1 | ConvertTo-Csv
        $second | Should -Be $first
        $schema | New-TdgData -Count 50 -Table customers -Seed 2 | ConvertTo-Csv | Should -Not -Be $first
    }

    It 'gives the whole in parts' {
        $whole = ($schema | New-TdgData -Count 100 -Table customers).email
        $parts = 1..3 | ForEach-Object { ($schema | New-TdgData -Count 100 -Table customers -Partition "$_/3").email }
        $parts | Should -Be $whole
    }

    It 'gives a slice with all that it needs' {
        $rows = $schema | New-TdgData -Count 500 -Only 'orders where id <= 20'
        $orders = $rows | Where-Object { $_.PSObject.TypeNames[0] -like '*#orders' }
        $customers = $rows | Where-Object { $_.PSObject.TypeNames[0] -like '*#customers' }
        $orders.id | Should -Be (1..20)
        $orders.customer_id | Should -BeIn $customers.id
    }

    It 'refuses a count that is none: <_>' -ForEach -1, 1.5, ([double]::NaN), 1e19 {
        { $schema | New-TdgData -Count $_ } | Should -Throw
    }

    It 'goes through cmdlets that filter, change and sort rows' {
        $rows = $schema | New-TdgData -Count 200 -Table orders | Where-Object status -eq 'paid' | Sort-Object id -Descending | Select-Object id, status -First 3
        $rows.Count | Should -Be 3
        $rows[0].id | Should -BeGreaterThan $rows[1].id
        $rows.status | Select-Object -Unique | Should -Be 'paid'
    }

    It 'completes <line> with <expected>' -ForEach @(
        @{ line = 'New-TdgData -Loc'; expected = '-Locale' }
        @{ line = 'New-TdgData -Locale de_A'; expected = 'de_AT' }
        @{ line = 'Get-TdgFormat first_na'; expected = 'first_name' }
        @{ line = 'Export-TdgSql -Dialect p'; expected = 'postgres' }
        @{ line = "Import-TdgSchema '$PSScriptRoot/../examples/shop/shop.tdg' | New-TdgData -Table order_"; expected = 'order_items' }
    ) {
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain $expected
    }

    It 'stops when nobody wants more' {
        ($schema | New-TdgData -Count 1e7 -Table customers | Select-Object -First 3).Count | Should -Be 3
    }
}
