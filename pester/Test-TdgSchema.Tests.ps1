Describe 'Test-TdgSchema' {
    BeforeAll {
        Set-Content "$TestDrive/good.tdg" 'schema S { table t { id: bigint primary_key } }'
        Set-Content "$TestDrive/bad.tdg" 'schema S { table t { id: bigit } }'
    }

    It 'gives nothing for a right file' {
        Test-TdgSchema "$TestDrive/good.tdg" | Should -BeNullOrEmpty
    }

    It 'gives diagnostics as objects' {
        $diagnostic = Test-TdgSchema "$TestDrive/bad.tdg"
        $diagnostic.Code | Should -Match '^TDG\d{4}$'
        $diagnostic.Line | Should -Be 1
    }

    It 'compares a file with a database' {
        Import-TdgSchema "$TestDrive/good.tdg" | Export-TdgSql "$TestDrive/s.db" -Count 3 | Out-Null
        Test-TdgSchema "$TestDrive/good.tdg" -Against -ConnectionString "Data Source=$TestDrive/s.db" | Should -BeNullOrEmpty
        Set-Content "$TestDrive/more.tdg" 'schema S { table t { id: bigint primary_key  note: text } }'
        $difference = Get-Item "$TestDrive/more.tdg" | Test-TdgSchema -Against -ConnectionString "Data Source=$TestDrive/s.db"
        $difference.Kind | Should -Be 'Column'
        $difference.Column | Should -Be 'note'
        Test-TdgSchema "$TestDrive/more.tdg" -Against -ConnectionString "Data Source=$TestDrive/s.db" -Quiet | Should -BeFalse
    }

    It 'gives a boolean by -Quiet' {
        Test-TdgSchema "$TestDrive/good.tdg" -Quiet | Should -BeTrue
        Test-TdgSchema "$TestDrive/bad.tdg" -Quiet | Should -BeFalse
    }
}
