#requires -Version 7.4
<#
.SYNOPSIS
Builds, tests, measures or packs TestDataGen. All that builds is MSBuild: this is a thin front.
.EXAMPLE
./build.ps1
Lays the module at out/TestDataGen.
.EXAMPLE
./build.ps1 -Task Test
Runs all tests, those of pester/ as well.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Bench', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { dotnet build src/TestDataGen.PowerShell -c $Configuration }
        'Test' {
            dotnet test
            if ($LASTEXITCODE -eq 0) {
                # In a process of its own: a module that is loaded can't be built anew.
                pwsh -NoProfile -File pester/run.ps1
            }
        }
        'Bench' { dotnet run -c Release --project tests/TestDataGen.Benchmarks -- compare }
        'Package' {
            dotnet build src/TestDataGen.PowerShell -c $Configuration
            if ($LASTEXITCODE -eq 0) {
                Compress-Archive -Path out/TestDataGen -DestinationPath out/TestDataGen.zip -Force
            }
        }
    }

    if ($LASTEXITCODE -ne 0) {
        throw "$Task failed with exit code $LASTEXITCODE."
    }
}
finally {
    Pop-Location
}
