Describe 'Get-TdgConnection' {
    BeforeAll {
        $variable = if ($IsWindows) { 'APPDATA' } else { 'XDG_CONFIG_HOME' }
        $before = [Environment]::GetEnvironmentVariable($variable)
        [Environment]::SetEnvironmentVariable($variable, "$TestDrive")
    }

    AfterAll {
        [Environment]::SetEnvironmentVariable($variable, $before)
    }

    It 'lists what is saved' {
        Get-TdgConnection | Should -BeNullOrEmpty
        Set-TdgConnection live -ConnectionString 'Host=db1;Database=shop;Username=ann' -PasswordVariable SHOP
        $live = Get-TdgConnection l*
        $live.Place | Should -Be 'postgres:db1:5432/shop'
        $live.PasswordVariable | Should -Be 'SHOP'
    }

    It 'tells the name that was meant' {
        Set-TdgConnection live -ConnectionString 'Host=db1'
        { Get-TdgConnection liev -ErrorAction Stop } | Should -Throw '*liev*'
    }
}
