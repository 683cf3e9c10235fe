Describe 'Get-TdgFormat' {
    It 'gives every format with an example' {
        $formats = Get-TdgFormat
        $formats.Count | Should -BeGreaterThan 80
        $formats.Example | Should -Not -BeNullOrEmpty
        ($formats | Where-Object Name -EQ 'email').Example | Should -BeLike '*@example.*'
    }

    It 'gives examples of a locale' {
        (Get-TdgFormat -Name city -Locale de).Example | Should -Not -Be (Get-TdgFormat -Name city -Locale en).Example
    }
}
