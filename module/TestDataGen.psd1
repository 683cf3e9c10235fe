@{
    RootModule           = 'TestDataGen.psm1'
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core')
    GUID                 = '6f0c6b1e-3f5d-4d0e-9a57-2c1b7a54e0d3'
    Author               = 'TestDataGen maintainers'
    CompanyName          = 'Community'
    Copyright            = '(c) TestDataGen maintainers. MIT License.'
    Description          = 'Fills databases and files with test data described by a .tdg schema: typed, related, unique where it must be, the same for the same seed, and fast.'
    PowerShellVersion    = '7.4'
    TypesToProcess       = @('TestDataGen.Types.ps1xml')
    FormatsToProcess     = @('TestDataGen.Format.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Export-TdgCsv'
        'Export-TdgJson'
        'Export-TdgSchema'
        'Export-TdgSql'
        'Format-TdgSchema'
        'Get-TdgConnection'
        'Get-TdgFormat'
        'Get-TdgGenerator'
        'Get-TdgPlan'
        'Import-TdgSchema'
        'New-TdgData'
        'Register-TdgGenerator'
        'Remove-TdgConnection'
        'Set-TdgConnection'
        'Test-TdgData'
        'Test-TdgSchema'
        'Unregister-TdgGenerator'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('TestData', 'Faker', 'Database', 'SQL', 'SQLite', 'CSV', 'JSON', 'Windows', 'Linux', 'MacOS', 'PSEdition_Core')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
