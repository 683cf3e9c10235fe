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
        $errors.Count | Should -Be 1
        "$errors" | Should -BeLike '*bad.tdg:1:28: error TDG0202: There is no type ?bigit?.'
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike 'Did you mean ?bigint*'
    }

    It 'tells a missing file' {
        { Import-TdgSchema "$TestDrive/none.tdg" -ErrorAction Stop } | Should -Throw '*There is no such file*'
    }

    It 'gives tables and fields by index' {
        $schema = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg"
        $schema.Tables[2].Name | Should -Be 'orders'
        $schema.Tables[2].Fields[1].References | Should -Be 'customers.id'
    }

    It 'reads scripts of a dialect' {
        Set-Content "$TestDrive/shop.sql" 'CREATE TABLE t (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN (''a'', ''b'')))'
        $schema = Import-TdgSchema "$TestDrive/shop.sql" -Dialect sqlite
        ($schema | New-TdgData -Count 20).kind | Sort-Object -Unique | Should -Be 'a', 'b'
    }
}
