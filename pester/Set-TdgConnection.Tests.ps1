Describe 'Set-TdgConnection' {
    BeforeAll {
        $variable = if ($IsWindows) { 'APPDATA' } else { 'XDG_CONFIG_HOME' }
        $before = [Environment]::GetEnvironmentVariable($variable)
        [Environment]::SetEnvironmentVariable($variable, "$TestDrive")
    }

    AfterAll {
        [Environment]::SetEnvironmentVariable($variable, $before)
    }

    It 'saves a connection that others take by its name' {
        Set-TdgConnection local -ConnectionString "Data Source=$TestDrive/s.db"
        Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } }' | Export-TdgSql -Connection local -Count 3 | Out-Null
        (Import-TdgSchema -Connection local).Tables.Name | Should -Be 't'
    }

    It 'saves no password' {
        Set-TdgConnection live -ConnectionString 'Host=db1;Username=ann;Password=s3cr3t' -WarningAction Ignore
        Get-Content "$TestDrive/TestDataGen/connections.json" -Raw | Should -Not -Match 's3cr3t'
    }
}
