/** Style sheet with system fonts, light and dark schemes, for widths from 360 px. */
export const referenceStyle = `:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.7 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 small { font-weight: normal; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
nav h2 { font-size: 1rem; margin: 1rem 0 0; border: 0; }
nav ul { margin: 0; }
article { margin: 2rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 32rem; }
caption { text-align: start; font-weight: bold; }
th, td { border: 1px solid GrayText; padding: .25rem .5rem; text-align: start; vertical-align: top; }
code { font-family: ui-monospace, monospace; }
dt { font-weight: bold; }
dd { margin-inline-start: 2rem; }
`;
