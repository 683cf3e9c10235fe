Describe 'Export-TdgCsv' {
    BeforeAll {
        $schema = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg"
    }

    It 'writes a file a table, the same from rows and from the schema' {
        $schema | New-TdgData -Count 20 | Export-TdgCsv -Path "$TestDrive/rows" | Out-Null
        $schema | Export-TdgCsv -Path "$TestDrive/schema" -Count 20 | Out-Null
        (Get-ChildItem "$TestDrive/rows").Name | Should -Be 'customers.csv', 'order_items.csv', 'orders.csv', 'products.csv'
        foreach ($file in Get-ChildItem "$TestDrive/rows") {
            Get-Content "$TestDrive/schema/$($file.Name)" -Raw | Should -BeExactly (Get-Content $file -Raw)
        }
    }

    It 'takes rows made by hand' {
        1..3 | ForEach-Object { [pscustomobject]@{ id = $_; name = "n$_" } } | Export-TdgCsv -Path "$TestDrive/hand" -Table things | Out-Null
        "$TestDrive/hand/things.csv" | Should -Exist
        (Get-Content "$TestDrive/hand/things.csv" -Raw | ConvertFrom-Csv).name | Should -Be 'n1', 'n2', 'n3'
    }

    It 'refuses files that exist, unless told' {
        $schema | Export-TdgCsv -Path "$TestDrive/again" -Count 5 | Out-Null
        { $schema | Export-TdgCsv -Path "$TestDrive/again" -Count 5 -ErrorAction Stop } | Should -Throw '*exists*'
        { $schema | Export-TdgCsv -Path "$TestDrive/again" -Count 5 -Force -ErrorAction Stop } | Should -Not -Throw
    }
}
