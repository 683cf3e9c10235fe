Describe 'Export-TdgJson' {
    BeforeAll {
        $schema = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg"
    }

    It 'writes a file a table, the same from rows and from the schema' {
        $schema | New-TdgData -Count 20 | Export-TdgJson -Path "$TestDrive/rows" | Out-Null
        $schema | Export-TdgJson -Path "$TestDrive/schema" -Count 20 | Out-Null
        (Get-ChildItem "$TestDrive/rows").Name | Should -Be 'customers.json', 'order_items.json', 'orders.json', 'products.json'
        foreach ($file in Get-ChildItem "$TestDrive/rows") {
            Get-Content "$TestDrive/schema/$($file.Name)" -Raw | Should -BeExactly (Get-Content $file -Raw)
        }
    }

    It 'takes rows made by hand' {
        1..3 | ForEach-Object { [pscustomobject]@{ id = $_; name = "n$_" } } | Export-TdgJson -Path "$TestDrive/hand" -Table things | Out-Null
        "$TestDrive/hand/things.json" | Should -Exist
        (Get-Content "$TestDrive/hand/things.json" -Raw | ConvertFrom-Json).name | Should -Be 'n1', 'n2', 'n3'
    }

    It 'refuses files that exist, unless told' {
        $schema | Export-TdgJson -Path "$TestDrive/again" -Count 5 | Out-Null
        { $schema | Export-TdgJson -Path "$TestDrive/again" -Count 5 -ErrorAction Stop } | Should -Throw '*exists*'
        { $schema | Export-TdgJson -Path "$TestDrive/again" -Count 5 -Force -ErrorAction Stop } | Should -Not -Throw
    }
}
