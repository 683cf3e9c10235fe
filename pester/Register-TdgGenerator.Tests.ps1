Describe 'Register-TdgGenerator' {
    AfterEach {
        Get-TdgGenerator | Unregister-TdgGenerator
    }

    It 'makes a script a source of values' {
        Register-TdgGenerator -Name sku -ScriptBlock { param($Row, $Random, $Prefix, $Digits) "$Prefix$($Row.id)-" + "$($Random.Next(10))" * $Digits }
        $rows = Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key  code: string(12) sku("A", 5) } }' | New-TdgData -Count 20
        $rows[4].code | Should -Match '^A5-(\d)\1{4}$'
        ($rows.code -replace '^.*-' | Sort-Object -Unique).Count | Should -BeGreaterThan 3
    }

    It 'gives the same values with any number of threads' {
        Register-TdgGenerator dice { $Random.Next(1, 7) }
        $schema = Import-TdgSchema -Text 'schema S { table t { n: integer dice } }'
        $one = ($schema | New-TdgData -Count 9000 -ThrottleLimit 1).n
        ($schema | New-TdgData -Count 9000 -ThrottleLimit 4).n | Should -Be $one
    }

    It 'leaves a name that is not registered an error' {
        (Test-TdgSchema -Text 'schema S { table t { n: integer dice } }').Code | Should -Be 'TDG0207'
    }

    It 'names field and row where a script fails' {
        Register-TdgGenerator dice { if ($Row.row_number -eq 3) { throw 'lost the dice' }; 1 }
        { Import-TdgSchema -Text 'schema S { table t { n: integer dice } }' | New-TdgData -Count 5 -ErrorAction Stop } | Should -Throw '*t.n, row 3*lost the dice*'
    }
}
