Describe 'The module' {
    It 'exports what its manifest says' {
        $manifest = Import-PowerShellDataFile "$PSScriptRoot/../module/TestDataGen.psd1"
        (Get-Command -Module TestDataGen).Name | Should -Be $manifest.CmdletsToExport
    }

    It 'has help with examples for <_>' -ForEach (Import-PowerShellDataFile "$PSScriptRoot/../module/TestDataGen.psd1").CmdletsToExport {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeLike "$_ *"
        $help.examples.example.Count | Should -BeGreaterThan 0
        foreach ($parameter in $help.parameters.parameter) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.name
        }
    }

    It 'has the topic <_>' -ForEach 'about_TestDataGen', 'about_TDG_Language' {
        Get-Help $_ | Out-String | Should -Match $_
    }

    It 'can be imported again' {
        { Import-Module "$PSScriptRoot/../out/TestDataGen" -Force } | Should -Not -Throw
        (Get-Command -Module TestDataGen).Count | Should -BeGreaterThan 0
        (Import-TdgSchema -Text 'schema S { table t { id: bigint primary_key } }' | New-TdgData -Count 2).id | Should -Be 1, 2
    }

    It 'says what is wrong and what to do in the shell''s own view' {
        $shown = & { Import-TdgSchema -Text 'schema S { table t { id: bigit } }' } 2>&1 | Out-String
        $shown | Should -Match 'TDG0202'
        $shown | Should -Match 'Did you mean `bigint`\?'
        $shown | Should -Not -Match 'Exception'
    }
}
