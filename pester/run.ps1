#requires -Version 7.4
<#
.SYNOPSIS
Runs the tests of this folder over the module as it was built last. The exit code is how many failed.
.PARAMETER ResultPath
Where the results go as XML; nowhere without it.
#>
[CmdletBinding()]
param([string] $ResultPath)

dotnet restore "$PSScriptRoot/Pester.csproj" | Out-Null
if ($LASTEXITCODE -ne 0) {
    throw 'Pester could not be restored. See: dotnet restore pester/Pester.csproj'
}

Import-Module "$PSScriptRoot/../out/packages/pester/*/tools/Pester.psd1" -ErrorAction Stop
Import-Module "$PSScriptRoot/../out/TestDataGen" -ErrorAction Stop
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.Exit = $true
$configuration.Output.Verbosity = 'Detailed'
if ($ResultPath) {
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputPath = $ResultPath
}

Invoke-Pester -Configuration $configuration
