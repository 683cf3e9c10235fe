Describe 'Test-TdgData' {
    BeforeAll {
        $schema = Import-TdgSchema -Text 'schema S { table p { id: bigint primary_key } table c { id: bigint primary_key  p_id: bigint references(p.id) } }'
        $schema | Export-TdgSql "$TestDrive/s.db" -Count 20 | Out-Null
    }

    It 'finds nothing wrong in what was loaded' {
        $schema | Test-TdgData "$TestDrive/s.db" -Count 20 -Quiet | Should -BeTrue
        ($schema | Test-TdgData "$TestDrive/s.db" -Count 20).IsMet | Should -Not -Contain $false
    }

    It 'gives an object a constraint' {
        $found = $schema | Test-TdgData "$TestDrive/s.db" -Count 21 | Where-Object IsMet -EQ $false
        $found.Kind | Should -Be 'Rows', 'Rows'
        $found.Violations | Should -Be 1, 1
    }

    It 'gives a boolean by -Quiet' {
        $schema | Test-TdgData "$TestDrive/s.db" -Count 21 -Quiet | Should -BeFalse
    }

    It 'says that there is no database' {
        { $schema | Test-TdgData "$TestDrive/none.db" -ErrorAction Stop } | Should -Throw '*none.db*'
        "$TestDrive/none.db" | Should -Not -Exist
    }
}
