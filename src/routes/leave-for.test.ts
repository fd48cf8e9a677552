import { expect, test } from 'vitest'
import { leaveFor, mayLeave } from './leave-for.ts'

const answer = (policy?: string) =>
  new Response('', policy ? { headers: { 'content-security-policy': policy } } : {})
const policyOf = (response: Response) => response.headers.get('content-security-policy')
const OWN = "default-src 'self'; form-action 'self'; frame-ancestors 'none'"

test('a page’s forms may lead to the stores of its cart, and where there are none only to ourselves', () => {
  const wider = mayLeave(answer(OWN), ['https://a.example/shop', 'https://a.example/x', 'https://b.example'])
  expect(policyOf(wider)).toBe(
    "default-src 'self'; form-action 'self' https://a.example https://b.example; frame-ancestors 'none'"
  )
  for (const none of [undefined, []]) expect(policyOf(mayLeave(answer(OWN), none))).toBe(OWN)
  expect(policyOf(mayLeave(answer(), ['https://a.example']))).toBeNull()
})

test('who leaves is sent by 303, kept by nobody, and tells no more of where they were', () => {
  const headers: Record<string, string> = {}
  const setHeaders = (more: Record<string, string>) => void Object.assign(headers, more)
  const address = 'https://a.example/cart/1:2?ref=c'
  const sent = expect.objectContaining({ status: 303, location: address })
  expect(() => leaveFor({ setHeaders }, address)).toThrow(sent)
  expect(headers).toEqual({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
})
