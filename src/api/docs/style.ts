/** The look of the documentation: the house's colours and sign, without its fonts, so that it needs nothing else. */
export const style = `
:root { color-scheme: light dark;
  --granite: light-dark(oklch(0.962 0.008 78), oklch(0.2 0.032 262)); --paper: light-dark(oklch(0.996 0.004 88), oklch(0.25 0.036 262));
  --sunk: light-dark(oklch(0.935 0.01 78), oklch(0.3 0.036 262)); --line: light-dark(oklch(0.885 0.012 78), oklch(0.36 0.034 262));
  --edge: light-dark(oklch(0.6 0.018 75), oklch(0.62 0.03 262)); --ink: light-dark(oklch(0.26 0.05 264), oklch(0.96 0.012 88));
  --ink-2: light-dark(oklch(0.455 0.03 264), oklch(0.81 0.02 88)); --harbour: light-dark(oklch(0.465 0.125 252), oklch(0.78 0.098 240));
  --soft: light-dark(oklch(0.935 0.03 235), oklch(0.335 0.06 252)); --fill: light-dark(oklch(0.5 0.13 250), oklch(0.6 0.125 245));
  --birch: light-dark(oklch(0.46 0.105 155), oklch(0.81 0.115 155)); --lingon: light-dark(oklch(0.5 0.185 18), oklch(0.76 0.13 14));
  --awning: light-dark(oklch(0.525 0.165 40), oklch(0.8 0.13 58)); --on: light-dark(oklch(0.995 0.004 88), oklch(0.2 0.032 262)); }
* { box-sizing: border-box; }
html { scroll-padding-top: 5.5rem; }
body { margin: 0; background: var(--granite); color: var(--ink); font: 1rem/1.55 ui-sans-serif, system-ui, sans-serif; }
a { color: var(--harbour); text-underline-offset: 0.2em; }
a:focus-visible, summary:focus-visible, button:focus-visible, pre:focus-visible, input:focus-visible, textarea:focus-visible {
  outline: 3px solid var(--fill); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; z-index: 3; background: var(--paper); padding: 0.5rem 1rem; }
header { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; padding: 0.6rem 1.25rem 1.1rem;
  background: var(--paper); }
header::after { content: ''; position: absolute; inset: auto 0 -0.35rem; height: 0.85rem;
  background: radial-gradient(circle at 50% 0, var(--fill) 0.62rem, transparent 0.65rem) 0 0 / 2.6rem 100%,
    radial-gradient(circle at 50% 0, var(--paper) 0.62rem, transparent 0.65rem) 1.3rem 0 / 2.6rem 100%; }
header a { color: var(--ink); font-weight: 800; font-size: 1.25rem; letter-spacing: -0.02em; text-decoration: none; }
.chip { padding: 0.1rem 0.6rem; border-radius: 1rem; background: var(--soft); color: var(--harbour); font-size: 0.85rem; font-weight: 600; }
.key { display: flex; align-items: center; gap: 0.5rem; margin-inline-start: auto; font-weight: 600; font-size: 0.9rem; }
.key[hidden] { display: none; } .key input { width: min(16rem, 52vw); }
.page { display: grid; gap: 2rem; max-width: 78rem; margin: 0 auto; padding: 1.75rem 1.25rem 5rem; }
nav ul { list-style: none; margin: 0.5rem 0 0; padding: 0; } nav summary { font-weight: 700; min-height: 2.75rem; align-content: center; cursor: pointer; }
nav a { display: block; padding: 0.5rem 0.8rem; border-radius: 0.6rem; color: var(--ink); text-decoration: none; }
nav a:hover { background: var(--sunk); } nav a[aria-current] { background: var(--soft); color: var(--harbour); font-weight: 700; }
main { min-width: 0; } h1, h2, h3 { line-height: 1.2; letter-spacing: -0.02em; text-wrap: balance; }
h1 { font-size: clamp(1.8rem, 1.4rem + 2vw, 2.6rem); margin: 0 0 0.75rem; } h2 { font-size: 1.3rem; margin: 0 0 0.6rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1.4rem 0 0.5rem; }
.lead { font-size: 1.1rem; color: var(--ink-2); max-width: 44em; } section > p, article > p { max-width: 46em; }
section, article { margin-top: 1.5rem; padding: 1.35rem 1.5rem 1.6rem; border-radius: 1.1rem; background: var(--paper); box-shadow: 0 1px 3px oklch(0.2 0.03 262 / 0.12); }
.needs { color: var(--ink-2); }
code, pre, textarea, .key input { font: 0.9em/1.5 ui-monospace, 'Cascadia Code', Menlo, monospace; } p code, td code, th code { overflow-wrap: anywhere; }
pre { overflow-x: auto; margin: 0; padding: 0.9rem 1.1rem; border-radius: 0.7rem; background: var(--sunk); } pre[hidden] { display: none; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
th, td { padding: 0.5rem 0.9rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; } thead th { color: var(--ink-2); font-weight: 600; }
small { color: var(--ink-2); font-weight: 400; }
.method { display: inline-block; min-width: 4.2em; padding: 0.1rem 0.5rem; border-radius: 0.45rem; background: var(--sunk); font: 700 0.78rem/1.6 ui-monospace, monospace; text-align: center; }
.get { color: var(--harbour); } .post { color: var(--birch); } .put, .patch { color: var(--awning); } .delete { color: var(--lingon); }
.ops { list-style: none; margin: 0; padding: 0; } .ops li { display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; padding: 0.45rem 0; border-bottom: 1px solid var(--line); }
.ops a { overflow-wrap: anywhere; } .ops li > span { color: var(--ink-2); }
.try { margin-top: 1.4rem; border-radius: 0.8rem; background: var(--soft); padding: 0 1rem; } .try summary { min-height: 2.75rem; align-content: center; font-weight: 700; cursor: pointer; }
.try form { display: grid; gap: 0.8rem; padding-bottom: 1rem; } .try label { display: grid; gap: 0.25rem; font-weight: 600; font-size: 0.9rem; }
input, textarea { width: 100%; min-height: 2.75rem; padding: 0.45rem 0.7rem; border: 1.5px solid var(--edge); border-radius: 0.6rem; background: var(--paper); color: var(--ink); font-size: 1rem; }
button { justify-self: start; min-height: 2.75rem; padding: 0 1.2rem; border: 0; border-radius: 0.7rem; background: var(--harbour); color: var(--on); font: 700 1rem/1 ui-sans-serif, system-ui, sans-serif; cursor: pointer; }
.said { margin: 0; font-weight: 700; }
@media (width >= 60rem) { .page { grid-template-columns: 13rem minmax(0, 1fr); } nav { position: sticky; top: 5.5rem; align-self: start; max-height: calc(100vh - 6.5rem); overflow-y: auto; }
  nav a { padding-block: 0.3rem; } nav summary { display: none; } }
@media print { header, nav, .try { display: none; } }
`
