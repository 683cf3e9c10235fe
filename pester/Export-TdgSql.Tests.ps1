Describe 'Export-TdgSql' {
    BeforeAll {
        $schema = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg"
    }

    BeforeEach {
        Push-Location $TestDrive
    }

    AfterEach {
        Pop-Location
        Get-ChildItem $TestDrive | Remove-Item -Recurse
    }

    It 'fills a database named after the schema' {
        $result = $schema | New-TdgData -Count 10 | Export-TdgSql
        $result.Table | Should -Be 'customers', 'products', 'orders', 'order_items'
        'Shop.db' | Should -Exist
    }

    It 'refuses a database that exists, unless told' {
        $schema | Export-TdgSql -Count 10 | Out-Null
        { $schema | Export-TdgSql -Count 10 -ErrorAction Stop } | Should -Throw '*exists*'
        { $schema | Export-TdgSql -Count 10 -Force -ErrorAction Stop } | Should -Not -Throw
    }

    It 'appends behind what is there' {
        $schema | Export-TdgSql shop.db -Count 10 | Out-Null
        ($schema | Export-TdgSql shop.db -Count 10 -Append | Where-Object Table -EQ customers).Rows | Should -Be 10
        ($schema | Get-TdgPlan -SqlitePath shop.db | Where-Object Table -EQ customers).ExistingRows | Should -Be 20
        $schema | Test-TdgData shop.db -Quiet | Should -BeTrue
    }

    It 'writes nothing by -WhatIf' {
        $schema | Export-TdgSql -Count 10 -WhatIf
        Get-ChildItem | Should -BeNullOrEmpty
    }

    It 'writes a script for <_>' -ForEach 'sqlite', 'postgres', 'mysql', 'sqlserver' {
        $schema | Export-TdgSql -Count 10 -Path shop.sql -Dialect $_ | Out-Null
        'shop.sql' | Should -FileContentMatch 'CREATE TABLE'
        'shop.sql' | Should -FileContentMatch 'INSERT INTO'
    }
}
