/**
 * Value added tax, as dated rows: country, tax class, the day the rate began, basis points (2550 is 25.5 %).
 * Sources: European Commission, Taxes in Europe Database (ec.europa.eu/taxation_customs/tedb) for the EU; vero.fi for
 * FI; skatteetaten.no for NO; estv.admin.ch for CH; gov.uk for GB; skatturinn.is for IS. The reduced class stands for
 * food and printed matter's most common rate, where we know it; elsewhere it falls back to the standard one.
 */
export const VAT_RATES: readonly (readonly [
  country: string,
  taxClass: string,
  from: string,
  points: number
])[] = [
  ['AT', 'standard', '1984-01-01', 2000],
  ['BE', 'standard', '1996-01-01', 2100],
  ['BG', 'standard', '1999-01-01', 2000],
  ['HR', 'standard', '2012-03-01', 2500],
  ['CY', 'standard', '2014-01-13', 1900],
  ['CZ', 'standard', '2013-01-01', 2100],
  ['DK', 'standard', '1992-01-01', 2500],
  ['EE', 'standard', '2024-01-01', 2200],
  ['EE', 'standard', '2025-07-01', 2400],
  ['FI', 'standard', '2013-01-01', 2400],
  ['FI', 'standard', '2024-09-01', 2550],
  ['FI', 'reduced', '2013-01-01', 1400],
  ['FI', 'reduced', '2026-01-01', 1350],
  ['FR', 'standard', '2014-01-01', 2000],
  ['DE', 'standard', '2021-01-01', 1900],
  ['DE', 'reduced', '2021-01-01', 700],
  ['GR', 'standard', '2016-06-01', 2400],
  ['HU', 'standard', '2012-01-01', 2700],
  ['IE', 'standard', '2021-03-01', 2300],
  ['IT', 'standard', '2013-10-01', 2200],
  ['LV', 'standard', '2012-07-01', 2100],
  ['LT', 'standard', '2009-09-01', 2100],
  ['LU', 'standard', '2024-01-01', 1700],
  ['MT', 'standard', '2004-01-01', 1800],
  ['NL', 'standard', '2012-10-01', 2100],
  ['PL', 'standard', '2011-01-01', 2300],
  ['PT', 'standard', '2011-01-01', 2300],
  ['RO', 'standard', '2017-01-01', 1900],
  ['RO', 'standard', '2025-08-01', 2100],
  ['SK', 'standard', '2011-01-01', 2000],
  ['SK', 'standard', '2025-01-01', 2300],
  ['SI', 'standard', '2013-07-01', 2200],
  ['ES', 'standard', '2012-09-01', 2100],
  ['SE', 'standard', '1990-07-01', 2500],
  ['SE', 'reduced', '1996-01-01', 1200],
  ['NO', 'standard', '2005-01-01', 2500],
  ['NO', 'reduced', '2012-01-01', 1500],
  ['CH', 'standard', '2024-01-01', 810],
  ['GB', 'standard', '2011-01-04', 2000],
  ['IS', 'standard', '2015-01-01', 2400]
]

export const EU: readonly string[] = [
  ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT'],
  ...['LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE']
]
