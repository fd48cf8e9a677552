// Money is an integer of minor units and a currency; nothing here ever rounds away a cent.
export { exponentOf, formatMoney, moneyParts, type Money } from './money.ts'
export { parseMoney } from './parse-money.ts'
export { prorate } from './prorate.ts'
export { taxWithin } from './tax-within.ts'
