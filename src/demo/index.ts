// The demo market: Kauppatori, with three weeks of history that went through the real ledger.
export { openDemo } from './open-demo.ts'
