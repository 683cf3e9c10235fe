Describe 'Import-TdgSchema' {
    BeforeAll {
        Set-Content "$TestDrive/one.tdg" 'schema One { table t { id: bigint primary_key } }'
        Set-Content "$TestDrive/two.tdg" 'schema Two { table t { id: bigint primary_key } }'
        Set-Content "$TestDrive/bad.tdg" 'schema Bad { table t { id: bigit } }'
    }

    It 'reads files by wildcard' {
        (Import-TdgSchema "$TestDrive/[ot]*.tdg").Name | Should -Be 'One', 'Two'
    }

    It 'reads files from the pipeline' {
        (Get-ChildItem "$TestDrive/one.tdg" | Import-TdgSchema).Name | Should -Be 'One'
    }

    It 'reads text' {
        (Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } }').Name | Should -Be 'S'
    }

    It 'goes on after a bad file' {
        $schemas = Import-TdgSchema "$TestDrive/*.tdg" -ErrorAction SilentlyContinue -ErrorVariable errors
        $schemas.Name | Should -Be 'One', 'Two'
        $errors | Should -Not -BeNullOrEmpty
        "$errors" | Should -BeLike '*bigint*'
    }

    It 'tells a missing file' {
        { Import-TdgSchema "$TestDrive/none.tdg" -ErrorAction Stop } | Should -Throw
    }
}
