Describe 'Export-TdgSchema' {
    It 'writes the text of a schema' {
        Import-TdgSchema -Text 'schema S { table t { id:int primary_key /* the key */ } }' | Export-TdgSchema "$TestDrive/s.tdg"
        Get-Content "$TestDrive/s.tdg" -Raw | Should -BeLike '*id: integer primary_key  /* the key */*'
        (Import-TdgSchema "$TestDrive/s.tdg").Name | Should -Be 'S'
    }

    It 'replaces no file unless it is told to' {
        Set-Content "$TestDrive/there.tdg" 'mine'
        $schema = Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } }'
        { $schema | Export-TdgSchema "$TestDrive/there.tdg" -ErrorAction Stop } | Should -Throw '*exists*'
        Get-Content "$TestDrive/there.tdg" | Should -Be 'mine'
        ($schema | Export-TdgSchema "$TestDrive/there.tdg" -Force -PassThru).Name | Should -Be 'there.tdg'
    }

    It 'keeps the schema of a database' {
        Import-TdgSchema -Text 'schema Shop { table t { id: bigint primary_key name: string(20) unique } }' | Export-TdgSql -SqlitePath "$TestDrive/shop.db"
        Import-TdgSchema -ConnectionString "Data Source=$TestDrive/shop.db" -Provider sqlite | Export-TdgSchema "$TestDrive/shop.tdg"
        (Import-TdgSchema "$TestDrive/shop.tdg").Tables.Fields.Name | Should -Be 'id', 'name'
    }
}
