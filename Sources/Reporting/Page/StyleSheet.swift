/// How the page looks on screen and on paper; system fonts, one accent, hatch for what is owed.
enum StyleSheet {
  /// The faces that Linux falls back to are a seventh wider than those a sheet is reckoned for:
  /// they are drawn smaller, so that lines break where they were reckoned to.
  private static let fallbacks = """
    @font-face{font-family:"Fallback Sans";src:local("DejaVu Sans");size-adjust:86%}
    @font-face{font-family:"Fallback Sans";font-weight:600 700;src:local("DejaVu Sans Bold");\
    size-adjust:82%}
    @font-face{font-family:"Fallback Serif";src:local("DejaVu Serif");size-adjust:82%}
    """

  static let sober = """
    \(fallbacks)
    :root{--ink:#17212b;--slate:#4a5763;--rule:#d9dfe5;--navy:#16395c;--mid:#6d93b5;\
    --pale:#d4e0eb;--rust:#8a2f1b;--paper:#fff}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:#eef1f4;color:var(--ink);\
    font:14px/1.45 "Segoe UI","Helvetica Neue",Helvetica,Arial,"Liberation Sans","Fallback Sans",sans-serif;\
    -webkit-print-color-adjust:exact;print-color-adjust:exact}
    .sheet{background:var(--paper);max-width:1050px;margin:24px auto;padding:30px 40px 18px;\
    display:flex;flex-direction:column;min-height:800px;border-top:5px solid var(--navy);\
    overflow-wrap:anywhere}
    .top{display:flex;justify-content:space-between;gap:24px;font-size:13px;line-height:20px;color:var(--slate);\
    letter-spacing:.02em;align-items:baseline}
    .top .topic{text-transform:uppercase;letter-spacing:.08em;font-weight:600;color:var(--navy);\
    flex:none}
    .top .who{text-align:right;max-height:20px;overflow:hidden}
    .banner{background:#17212b;color:#fff;font-weight:700;letter-spacing:.03em;padding:5px 12px;\
    margin:8px 0 0;font-size:13px;line-height:19px;display:flex;flex-wrap:wrap;gap:0 28px}
    .question{margin:9px 0 0;color:var(--slate);font-style:italic;font-size:16px}
    h2{font:400 25px/1.27 Georgia,"Times New Roman","Liberation Serif","Fallback Serif",serif;margin:10px 0 14px}
    .body{flex:1}
    .how{border-top:1px solid var(--rule);margin:8px 0 0;padding:7px 0 0;color:var(--slate);\
    font-size:13.5px;line-height:19px}
    .how b{color:var(--ink);font-weight:600}
    footer{display:flex;justify-content:space-between;gap:24px;font-size:11.5px;line-height:17px;color:var(--slate);\
    padding-top:6px;font-variant-numeric:tabular-nums}
    .figures{display:grid;grid-template-columns:repeat(4,1fr);gap:0 28px;margin:0 0 14px}
    .figure{border-top:2px solid var(--navy);padding-top:7px}
    .figure .label{font-size:13.5px;line-height:20px;color:var(--slate)}
    .figure .value{font:400 28px/36px Georgia,"Times New Roman","Liberation Serif","Fallback Serif",serif;\
    font-variant-numeric:tabular-nums lining-nums}
    .figure .note{font-size:13px;line-height:19px;color:var(--slate)}
    .remarks{margin:10px 0 8px}
    .remarks h3,caption{font-size:13.5px;line-height:16px;font-weight:600;color:var(--navy);letter-spacing:.02em;\
    text-align:left;margin:0 0 4px;padding:0 0 5px}
    .remarks ul{margin:0;padding-left:18px}
    .remarks li{margin:0 0 4px;font-size:14.5px}
    .sole .remarks li{margin:0 0 10px;font-size:15.5px}
    .wide{overflow-x:auto;margin:0 0 14px}
    table{border-collapse:collapse;width:100%;table-layout:fixed;line-height:1.36}
    th,td{text-align:left;vertical-align:top;padding:var(--pad) 16px var(--pad) 0;border-bottom:1px solid var(--rule)}
    td.w,th.w{white-space:nowrap}
    thead th{font-weight:600;font-size:.93em;line-height:1.3;color:var(--slate);vertical-align:bottom;\
    border-bottom:1.5px solid var(--ink)}
    td.n,th.n{text-align:right}
    td.n{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
    tbody th{color:var(--ink);font-weight:400}
    tr.leading td,tr.leading th{font-weight:700;background:#f1f5f9}
    tr.whatIf td,tr.whatIf th{color:var(--slate);font-style:italic}
    tr.group th{font-weight:600;padding-top:calc(var(--pad) + 6px);color:var(--navy);\
    border-bottom:1px solid var(--ink)}
    .chart{overflow-x:auto;margin:0 0 10px}
    svg{display:block;width:100%;min-width:760px;height:auto;\
    font:14px "Segoe UI","Helvetica Neue",Helvetica,Arial,"Liberation Sans","Fallback Sans",sans-serif}
    svg text{fill:var(--ink);font-variant-numeric:tabular-nums;white-space:pre}
    svg .tick,svg .axis-title{fill:var(--slate);font-size:13px}
    svg .axis-title{font-weight:600}
    svg .name{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
    svg .note{fill:var(--slate);font-size:13px;font-style:italic}
    svg .panel{font-size:15px;font-weight:600}
    svg .faint{font-style:italic;fill:var(--slate);font-weight:400}
    svg .strong{font-weight:700;fill:var(--ink)}
    svg .rule{stroke:#e6eaee;stroke-width:1}
    svg .zero{stroke:#4a5763;stroke-width:1.2}
    svg .axis{stroke:#4a5763;stroke-width:1}
    svg .whisker{stroke:var(--navy);stroke-width:1.3}
    svg .range{fill:var(--mid)}
    svg .range-what-if{fill:#fff;stroke:var(--mid);stroke-width:1.2}
    svg .dot{fill:var(--navy);stroke:#fff;stroke-width:1}
    svg .dot-what-if{fill:#fff;stroke:var(--navy);stroke-width:1.6}
    svg .tail{fill:var(--rust);stroke:#fff;stroke-width:1}
    svg .earn{fill:var(--navy)}
    svg .nothing{fill:#e4e8ec}
    svg .mixed{fill:var(--mid)}
    svg .spike{fill:#000;stroke:#fff;stroke-width:1}
    svg .plate{fill:#fff;opacity:.92}
    svg .frame{fill:none;stroke:#8894a0;stroke-width:.6}
    svg .hatch-ground{fill:#f3ddd6}
    svg .hatch-line{fill:var(--rust)}
    svg .in-earn{fill:#fff;font-size:13px;font-weight:600}
    svg .in-nothing{fill:var(--ink);font-size:13px}
    svg .in-owe{fill:var(--rust);font-size:13px;font-weight:700}
    svg .fan-wide{fill:var(--pale)}
    svg .fan-narrow{fill:#9db8d1}
    svg .middle{fill:none;stroke:var(--navy);stroke-width:2.4}
    svg .frontier{fill:none;stroke:var(--navy);stroke-width:1.2;stroke-dasharray:5 4}
    svg .leader{stroke:#7a8792;stroke-width:1}
    svg .mark-efficient{fill:var(--navy)}
    svg .mark-dominated{fill:#fff;stroke:var(--navy);stroke-width:1.4}
    svg .mark-what-if{fill:#fff;stroke:#7a8792;stroke-width:1.2;stroke-dasharray:3 2}
    @media screen and (max-width:760px){table{min-width:800px}.sheet{margin:10px 0;padding:18px 16px 12px;min-height:0}\
    .figures{grid-template-columns:1fr 1fr;gap:14px 18px}h2{font-size:19px!important}\
    .top,footer{flex-wrap:wrap;gap:4px 16px}.top .who{text-align:left}}
    @page{size:11in 8.5in;margin:0.35in 0.45in}
    @media print{body{background:#fff}.sheet{margin:0;padding:8px 0 0;max-width:none;width:100%;\
    min-height:7.75in;border-top-width:4px;break-after:page;break-inside:avoid}\
    .sheet:last-of-type{break-after:auto}.wide,.chart{overflow:visible}svg{min-width:0}}
    """
}
