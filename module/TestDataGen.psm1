# Starts the module's own assembly load context and imports the cmdlets from it. Only core commands of the engine are used here, so that
# the module also loads in a host that has no utility module.

if (-not ('TestDataGen.Loader.ModuleLoader' -as [type])) {
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'TestDataGen.Loader.dll'))
}

$cmdletAssembly = [TestDataGen.Loader.ModuleLoader]::Load([System.IO.Path]::Combine($PSScriptRoot, 'bin', 'TestDataGen.PowerShell.dll'))
$nested = Microsoft.PowerShell.Core\Import-Module -Assembly $cmdletAssembly -PassThru

# The engine takes an assembly that was imported before from its cache and then leaves out handing its cmdlets to the module that imports it:
# https://github.com/PowerShell/PowerShell/issues/20710. After the first import this does nothing.
$addExportedCmdlet = [System.Management.Automation.PSModuleInfo].GetMethod(
    'AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
foreach ($cmdlet in $nested.ExportedCmdlets.Values) {
    $null = $addExportedCmdlet.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
}
