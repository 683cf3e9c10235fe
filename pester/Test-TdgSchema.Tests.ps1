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

    It 'gives a boolean by -Quiet' {
        Test-TdgSchema "$TestDrive/good.tdg" -Quiet | Should -BeTrue
        Test-TdgSchema "$TestDrive/bad.tdg" -Quiet | Should -BeFalse
    }
}
