Describe 'Get-TdgGenerator' {
    It 'gives what is registered' {
        Register-TdgGenerator dice { $Random.Next(1, 7) }
        (Get-TdgGenerator).Name | Should -Be 'dice'
        (Get-TdgGenerator di*).Kind | Should -Be 'script'
        Get-TdgGenerator | Unregister-TdgGenerator
        Get-TdgGenerator | Should -BeNullOrEmpty
    }
}
