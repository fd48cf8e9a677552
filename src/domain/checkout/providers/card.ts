import type { DeclineReason, Instrument } from '../payment-provider.ts'

/** The numbers of the test card, as known from other providers' tests. Any other number is declined. */
const ANSWERS: Record<string, 'approved' | DeclineReason> = {
  '4242424242424242': 'approved',
  '5555555555554444': 'approved',
  '4000000000000002': 'card_declined',
  '4000000000009995': 'insufficient_funds',
  '4000000000000069': 'card_expired'
}

export type Card = { number: string; expiry: string; cvc: string }

export const readCard = (instrument: Instrument): Card => ({
  number: (instrument.number ?? '').replace(/[\s-]/g, ''),
  expiry: (instrument.expiry ?? '').replace(/\s/g, ''),
  cvc: (instrument.cvc ?? '').trim()
})

/** What can be seen wrong with a card at a glance: its check digit, its date, its code. */
export function checkCard(card: Card, now: Date): DeclineReason | undefined {
  if (!/^\d{12,19}$/.test(card.number) || !passesLuhn(card.number)) return 'card_invalid'
  if (!/^\d{3,4}$/.test(card.cvc)) return 'card_invalid'
  const date = /^(0[1-9]|1[0-2])\/?(?:20)?(\d\d)$/.exec(card.expiry)
  if (!date) return 'card_invalid'
  const firstDayAfter = Date.UTC(2000 + Number(date[2]), Number(date[1]), 1)
  return now.getTime() >= firstDayAfter ? 'card_expired' : undefined
}

/** What the test bank says to a card. */
export function judgeCard(card: Card, now: Date): 'approved' | DeclineReason {
  return checkCard(card, now) ?? ANSWERS[card.number] ?? 'card_declined'
}

function passesLuhn(number: string): boolean {
  let sum = 0
  for (const [i, digit] of [...number].reverse().entries()) {
    const value = Number(digit) * (i % 2 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
