/** The look of our pages: nothing comes from elsewhere, light and dark are the reader's choice, colour never says a thing alone. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--muted:#59636e;--line:#d1d9e0;--soft:#f6f8fa;--link:#0550ae;--warn:#7d4e00;--warn-bg:#fff8c5;--bad:#a40e26;--bad-bg:#ffebe9;--good:#116329;--good-bg:#dafbe1}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#f0f6fc;--muted:#9198a1;--line:#3d444d;--soft:#151b23;--link:#79b8ff;--warn:#e3b341;--warn-bg:#2b2111;--bad:#ff9492;--bad-bg:#301317;--good:#6fdd8b;--good-bg:#122117}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
body>header,main,body>footer{max-width:1240px;margin:0 auto;padding:0 24px}
body>header{padding-top:28px}
body>footer{padding-top:28px;padding-bottom:40px;color:var(--muted);font-size:13px}
h1{font-size:26px;line-height:1.25;margin:0 0 4px}
h2{font-size:20px;line-height:1.3;margin:0}
h3{font-size:16px;line-height:1.3;margin:0}
p{margin:0 0 12px}
a{color:var(--link);text-underline-offset:2px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:8px;background:var(--bg);padding:6px 10px;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet{color:var(--muted)}
code{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
section{margin:36px 0 0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:8px 14px;border-top:1px solid var(--line);overflow-wrap:break-word}
thead th{border-top:0;background:var(--soft);font-weight:600;font-size:13px;color:var(--muted);white-space:nowrap}
tbody th{font-weight:600}
.num{font-variant-numeric:tabular-nums}
.now{white-space:nowrap}
.long{min-width:15em}
.short{min-width:8em}
ul{margin:0;padding-left:20px}
summary{cursor:pointer}
`;
