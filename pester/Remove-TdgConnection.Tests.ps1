Describe 'Remove-TdgConnection' {
    BeforeAll {
        $variable = if ($IsWindows) { 'APPDATA' } else { 'XDG_CONFIG_HOME' }
        $before = [Environment]::GetEnvironmentVariable($variable)
        [Environment]::SetEnvironmentVariable($variable, "$TestDrive")
    }

    AfterAll {
        [Environment]::SetEnvironmentVariable($variable, $before)
    }

    It 'forgets a connection' {
        Set-TdgConnection old -ConnectionString 'Host=db1'
        Remove-TdgConnection old -WhatIf
        (Get-TdgConnection).Name | Should -Be 'old'
        Get-TdgConnection | Remove-TdgConnection
        Get-TdgConnection | Should -BeNullOrEmpty
    }
}
