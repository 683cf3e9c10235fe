using TestDataGen.Generation;

namespace TestDataGen.Export.Tests;

/// <summary>Scripts in T-SQL become text.</summary>
public sealed class SqlServerScriptImportTests
{
    private const string Shop = """
        SET ANSI_NULLS ON
        GO
        CREATE SCHEMA [Sales]
        GO
        CREATE TYPE [dbo].[Phone] FROM [nvarchar](25) NULL
        GO
        CREATE TABLE [dbo].[Customers](
          [CustomerID] [int] IDENTITY(1,1) NOT NULL, [Name] [nvarchar](50) NOT NULL, [Email] [varchar](80) NULL, [Phone] [dbo].[Phone] NULL, [Active] [bit] NOT NULL CONSTRAINT [DF_Active] DEFAULT ((1)),
          [Level] [tinyint] NOT NULL, [Grade] [char](1) NOT NULL, [Balance] [money] NOT NULL, [Rowguid] [uniqueidentifier] ROWGUIDCOL NOT NULL, [Version] [rowversion] NOT NULL, [Node] [hierarchyid] NULL,
          [Place] [geography] NULL, [Notes] [xml] NULL, [Photo] [varbinary](max) NULL, [Upper] AS (upper([Name])), [Modified] [datetime2](3) NOT NULL, [Zone] [datetimeoffset](7) NULL,
          CONSTRAINT [PK_Customers] PRIMARY KEY CLUSTERED ([CustomerID] ASC)
        ) ON [PRIMARY]
        GO
        CREATE TABLE [Sales].[Orders](
          [OrderID] [bigint] IDENTITY(1,1) NOT NULL PRIMARY KEY, [CustomerID] [int] NOT NULL, [Ordered] [date] NOT NULL, [Shipped] [date] NULL, [Freight] [decimal](9, 2) NULL DEFAULT ((0)), [State] [nvarchar](10) NOT NULL
        )
        GO
        CREATE TABLE [Sales].[OrderLines]([OrderID] [bigint] NOT NULL, [Line] [smallint] NOT NULL, [Quantity] [int] NOT NULL, CONSTRAINT [PK_Lines] PRIMARY KEY ([OrderID], [Line]))
        GO
        ALTER TABLE [Sales].[Orders] WITH CHECK ADD CONSTRAINT [FK_Orders_Customers] FOREIGN KEY([CustomerID]) REFERENCES [dbo].[Customers] ([CustomerID])
        GO
        ALTER TABLE [Sales].[OrderLines] ADD CONSTRAINT [FK_Lines] FOREIGN KEY ([OrderID]) REFERENCES [Sales].[Orders] ([OrderID]) ON DELETE CASCADE
        ALTER TABLE [Sales].[Orders] ADD CONSTRAINT [CK_Shipped] CHECK (([Shipped]>=[Ordered])), CONSTRAINT [CK_State] CHECK ([State]='new' OR [State]='done')
        ALTER TABLE [Sales].[OrderLines] ADD CHECK (([Quantity]>(0) AND [Quantity]<=(99)))
        ALTER TABLE [dbo].[Customers] ADD CONSTRAINT [DF_Modified] DEFAULT (getdate()) FOR [Modified]
        CREATE UNIQUE NONCLUSTERED INDEX [UX_Email] ON [dbo].[Customers]([Email] ASC) WHERE ([Email] IS NOT NULL)
        CREATE UNIQUE INDEX [UX_Guid] ON [dbo].[Customers]([Rowguid])
        GO
        CREATE PROCEDURE [dbo].[None] AS SELECT 1
        GO
        """;

    [Fact]
    public void A_shop_is_read()
    {
        ImportedSchema imported = Imported.ReadScript("sqlserver", Shop);
        Assert.Empty(imported.Notes);
        Assert.Equal("""
            schema script {
              table Customers {
                CustomerID: integer    primary_key
                Name:       string(50)
                Email:      string(80) unique nullable  // UNIQUE (Email) WHERE ([Email] IS NOT NULL)
                Phone:      string(25) nullable  // Phone
                Active:     boolean    default(true)
                Level:      smallint   max(255)  // tinyint
                Grade:      string(1)
                Balance:    decimal(19, 4)  // money
                Rowguid:    uuid       unique
                // Version: computed by the server: rowversion
                Node:       text       regex(/\/[1-9][0-9]{0,2}\/[1-9][0-9]{0,2}\//) nullable  // hierarchyid
                Place:      text       regex(/POINT\([1-9][0-9]\.[0-9]{4} [1-7][0-9]\.[0-9]{4}\)/) nullable  // geography
                Notes:      text       regex(/<value>[a-z]{3,12}<\/value>/) nullable  // xml
                Photo:      binary     nullable
                // Upper: computed by the server: (upper([Name]))
                Modified:   datetime
                Zone:       timestamp  nullable
              }

              table Sales.Orders {
                OrderID:    bigint        primary_key
                CustomerID: integer       references(Customers.CustomerID)
                Ordered:    date
                Shipped:    date          nullable = Ordered + (1d..30d)
                Freight:    decimal(9, 2) default(0) nullable
                State:      string(10)    one_of("new", "done")
                check Shipped >= Ordered
              }

              table Sales.OrderLines {
                OrderID:  bigint   references(Sales.Orders.OrderID)
                Line:     smallint = child_index + 1
                Quantity: integer  between(1, 99)
                primary_key(OrderID, Line)
              }
            }

            generate script {
              Customers        200
              Sales.Orders     0..5 per Customers
              Sales.OrderLines 0..5 per Sales.Orders
            }

            """.ReplaceLineEndings("\n"), imported.Text);
        Plan plan = Plan.Create(Given.Schema(imported.Text), new PlanOptions());
        Assert.Equal(3, plan.Tables.Count);
    }

    [Fact]
    public void A_script_for_sqlcmd_is_read()
    {
        ImportedSchema imported = Imported.ReadScript("sqlserver", """
            :setvar Database "shop"
             :on error exit
            IF '$(Database)' = 'x' PRINT 'none'
            CREATE DATABASE $(Database)
            GO
            :r other.sql
            EXECUTE sp_addtype tid, 'char(6)', 'NOT NULL'
            GO
            CREATE TABLE $(Database).dbo.titles (
              id tid PRIMARY KEY CHECK (id LIKE '[A-Z][A-Z][0-9][0-9][0-9][0-9]' OR id IN ('NONE-1', 'NONE-2')), level tinyint NOT NULL CHECK (level >= 10)
            )
            """);
        Assert.Empty(imported.Notes);
        Assert.Contains("""
                id:    string(6) primary_key regex(/([A-Z][A-Z][0-9][0-9][0-9][0-9]|NONE-1|NONE-2)/)  // tid
                level: smallint  between(10, 255)  // tinyint
            """.ReplaceLineEndings("\n"), imported.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_another_language_is_refused()
    {
        ExportException e = Assert.Throws<ExportException>(() => Imported.ReadScript("sqlserver", "CREATE TABLE t (id serial PRIMARY KEY) INHERITS (x);"));
        Assert.Contains("is no T-SQL: line 1", e.Message);
    }
}
