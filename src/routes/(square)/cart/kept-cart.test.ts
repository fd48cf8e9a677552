import { expect, test } from 'vitest'
import { cartInAddress } from './kept-cart.ts'

const asked = (query: string, memberId: string | null = null) =>
  cartInAddress({
    url: new URL(`https://shop.example/cart${query}`),
    locals: { actor: { memberId } }
  } as never)

test('an address opens a cart for a guest, and puts none under somebody who is signed in', () => {
  const key = 'mq0rwyOB_jJHfue_R_K1Yw'
  expect(asked(`?cart=${key}`)).toBe(key)
  expect(asked(`?cart=${key}`, 'member')).toBeNull()
  for (const none of ['', '?cart=', '?cart=short', `?cart=${key}'`, `?cart=${'x'.repeat(65)}`]) {
    expect(asked(none)).toBeNull()
  }
})
