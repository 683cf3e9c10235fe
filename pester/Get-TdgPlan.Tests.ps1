Describe 'Get-TdgPlan' {
    It 'tells tables, rows and sources before a row is made' {
        $plan = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg" | Get-TdgPlan -Count 100
        $plan.Table | Should -Be 'customers', 'products', 'orders', 'order_items'
        $plan[0].Rows | Should -Be 100
    }

    It 'is shown as a table of what matters' {
        $shown = Import-TdgSchema "$PSScriptRoot/../examples/shop/shop.tdg" | Get-TdgPlan -Count 100 | Out-String -Width 200
        $shown | Should -Match '# +Table +Rows +Size +Columns'
        $shown | Should -Match '1 +customers +100 +\S+ KB +\d+'
    }

    It 'tells what can not be met' {
        { Import-TdgSchema -Text 'schema S { table t { c: string(2) unique pattern("##") } }' | Get-TdgPlan -Count 101 } | Should -Throw '*101*'
    }
}
