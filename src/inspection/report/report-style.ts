/** The style sheet of the report: system fonts, A4, read as well from paper as from a screen. */
export const REPORT_STYLE = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 16px; font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a; background: #fff; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 24px 0 8px; }
p { margin: 4px 0; }
table { width: 100%; border-collapse: collapse; margin: 8px 0; }
th, td { border: 1px solid #8a8a8a; padding: 4px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #ededed; }
td.number { white-space: nowrap; }
.verdict { display: flex; align-items: baseline; gap: 16px; border: 2px solid; padding: 8px 14px; margin: 12px 0; }
.verdict b { font-size: 28px; white-space: nowrap; }
.fails { color: #a3131b; }
.near { color: #7a4b00; }
.good { color: #1b5e20; }
.unchecked { color: #4a4a4a; }
.state { font-weight: bold; white-space: nowrap; }
.note { color: #4a4a4a; font-size: 13px; }
.late { color: #a3131b; font-weight: bold; }
.page { break-before: page; }
.dense table { font-size: 13px; }
ul { margin: 4px 0; padding-left: 20px; }
.finding { border: 1px solid #8a8a8a; padding: 8px 10px; margin: 8px 0; break-inside: avoid; }
.finding h3 { font-size: 15px; margin: 0 0 4px; }
.finding dl { display: grid; grid-template-columns: 5em 1fr; margin: 0; gap: 0 8px; }
.finding dt { color: #4a4a4a; }
.finding dd { margin: 0; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } h1 { font-size: 18pt; } h2 { font-size: 13pt; break-after: avoid; } a { color: inherit; text-decoration: none; } .first { font-size: 10pt; line-height: 1.45; } .dense table { font-size: 9pt; } .first td, .first th { padding: 2px 5px; } }
`;
