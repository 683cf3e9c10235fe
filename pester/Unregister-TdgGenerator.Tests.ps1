Describe 'Unregister-TdgGenerator' {
    It 'takes a generator away' {
        Register-TdgGenerator dice { $Random.Next(1, 7) }
        $schema = Import-TdgSchema -Text 'schema S { table t { n: integer dice } }'
        Unregister-TdgGenerator dice
        { $schema | New-TdgData -ErrorAction Stop } | Should -Throw '*dice*not registered*'
    }
}
