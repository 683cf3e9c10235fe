Describe 'Format-TdgSchema' {
    BeforeEach {
        Set-Content "$TestDrive/a.tdg" 'schema S { table t { id:int primary_key // the key
        } }'
    }

    It 'rewrites a file and keeps its comments' {
        Format-TdgSchema "$TestDrive/a.tdg" | Should -BeNullOrEmpty
        Get-Content "$TestDrive/a.tdg" | Should -Contain '    id: integer primary_key  // the key'
    }

    It 'tells by -Check which files would change, and changes none' {
        $before = Get-Content "$TestDrive/a.tdg" -Raw
        (Format-TdgSchema "$TestDrive/*.tdg" -Check).Line | Should -Be 1
        Get-Content "$TestDrive/a.tdg" -Raw | Should -Be $before
        Format-TdgSchema "$TestDrive/a.tdg"
        Format-TdgSchema "$TestDrive/a.tdg" -Check | Should -BeNullOrEmpty
    }

    It 'changes nothing by -WhatIf' {
        $before = Get-Content "$TestDrive/a.tdg" -Raw
        Format-TdgSchema "$TestDrive/a.tdg" -WhatIf
        Get-Content "$TestDrive/a.tdg" -Raw | Should -Be $before
    }

    It 'gives out a formatted text' {
        Format-TdgSchema -Text 'enum E{a,b}' | Should -Be "enum E { a, b }`n"
    }
}
