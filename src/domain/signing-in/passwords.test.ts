import { expect, test } from 'vitest'
import { keepTime } from '#test/keep-time.ts'
import { tokenIn } from '#test/token-in.ts'
import { world, type World } from '#test/world.ts'
import { identify, type Entered } from '#domain/accounts/index.ts'
import type { SessionCookie, Visit } from '#domain/auth/index.ts'
import * as doors from './index.ts'

/** People are global, so each test has an Ana of its own. */
const anaOf = ({ shopId }: World) => ({
  name: 'Ana',
  email: `ana${shopId}@example.org`,
  password: 'mansikka-torilla'
})

async function at(shop: World, visit: Partial<Visit> = {}) {
  return { visit: await shop.given.visit(visit), ctx: shop.ctx }
}

/** Ana signs up and follows her letter. */
async function anaIsIn(w: World): Promise<Entered> {
  const { ctx, visit } = await at(w)
  const ana = anaOf(w)
  await doors.signUp(ctx, visit, ana)
  const entered = await doors.confirmSignUp(ctx, visit, {
    token: await tokenIn(w),
    password: ana.password
  })
  if (!entered.ok) throw new Error(entered.refusal)
  return entered.value
}

const headersOf = (cookie: SessionCookie) => new Headers({ cookie: `a=b; ${cookie.name}=${cookie.value}` })
const whois = async (w: World, cookie: SessionCookie) =>
  (await identify(w.ctx, w.shopId, headersOf(cookie), '198.51.100.1')).role

test('a page is opened by the letter and the password together', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  const { ctx, visit } = await at(w)
  expect(await doors.signUp(ctx, visit, ana)).toMatchObject({ value: { state: 'letter_sent' } })
  expect(await doors.signIn(ctx, visit, ana)).toMatchObject({ refusal: 'confirm_first' })
  const token = await tokenIn(w)
  const wrong = await doors.confirmSignUp(ctx, visit, { token, password: 'not-the-password' })
  expect(wrong).toMatchObject({ refusal: 'wrong_password' })
  const entered = await doors.confirmSignUp(ctx, visit, { token, password: ana.password })
  expect(entered).toMatchObject({ ok: true, value: { memberId: expect.any(String) } })
  expect(await doors.signIn(ctx, visit, ana)).toMatchObject({ ok: true })
})

test('signing up with a known address answers as with a new one, and only the letter differs', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  await anaIsIn(w)
  const { ctx, visit } = await at(w)
  const known = await doors.signUp(ctx, visit, { ...ana, password: 'another-one-here' })
  const fresh = await doors.signUp(ctx, visit, { ...ana, email: 'bo@example.org' })
  expect(known).toEqual({ ok: true, value: { state: 'letter_sent', email: ana.email } })
  expect(fresh).toEqual({ ok: true, value: { state: 'letter_sent', email: 'bo@example.org' } })
  const mails = await ctx.db
    .selectFrom('mails')
    .select(['to_address', 'kind'])
    .where('shop_id', '=', w.shopId)
    .execute()
  expect(mails.map((mail) => `${mail.kind} ${mail.to_address}`)).toEqual([
    `account_confirm ${ana.email}`,
    `account_known ${ana.email}`,
    'account_confirm bo@example.org'
  ])
})

test('an unknown address and a wrong password are refused alike, after much the same work', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  await anaIsIn(w)
  const timed = async (input: object) => {
    const { ctx, visit } = await at(w)
    const started = performance.now()
    expect(await doors.signIn(ctx, visit, input)).toEqual({ ok: false, refusal: 'wrong_password' })
    return performance.now() - started
  }
  const wrong = await timed({ ...ana, password: 'wrong-password' })
  const unknown = await timed({ ...ana, email: 'nobody@example.org' })
  expect(unknown).toBeGreaterThan(wrong / 4)
})

test('guessing is slowed down and says for how long, while the owner elsewhere still gets in', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  await anaIsIn(w)
  const { ctx, visit } = await at(w)
  const guesses = []
  for (let i = 0; i < 9; i++) guesses.push(await doors.signIn(ctx, visit, { ...ana, password: `guess-${i}` }))
  expect(guesses.at(-1)).toEqual({ ok: false, refusal: 'too_many_tries', detail: { seconds: 30 } })
  expect(await doors.signIn(ctx, visit, ana)).toMatchObject({ refusal: 'too_many_tries' })
  const home = await w.given.visit({ address: '203.0.113.77' })
  expect(await doors.signIn(ctx, home, ana)).toMatchObject({ ok: true })
})

test('without a mail server a newcomer is in at once, and a known address is not told apart from a bad one', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  const ctx = { ...w.ctx, mail: { ...w.ctx.mail, delivers: false } }
  const visit = await w.given.visit()
  const input = { ...ana, email: 'eva@example.org' }
  expect(await doors.signUp(ctx, visit, input)).toMatchObject({ value: { state: 'entered' } })
  expect(await doors.signUp(ctx, visit, input)).toMatchObject({ refusal: 'cannot_sign_up' })
  expect(await doors.sendLink(ctx, visit, input)).toMatchObject({ refusal: 'no_mail_server' })
})

test('a forgotten password: unknown addresses get the same answer, the link works once and signs every device out', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  const entered = await anaIsIn(w)
  const { ctx, visit } = await at(w)
  const nobody = await doors.forgotPassword(ctx, visit, { email: 'nobody@example.org' })
  expect(nobody).toEqual({ ok: true, value: { email: 'nobody@example.org' } })
  expect(await doors.forgotPassword(ctx, visit, ana)).toEqual({ ok: true, value: { email: ana.email } })
  const token = await tokenIn(w)
  expect(await whois(w, entered.cookie)).toBe('member')
  expect(await doors.resetPassword(ctx, visit, { token, password: 'short' })).toMatchObject({
    refusal: 'invalid'
  })
  expect(await doors.resetPassword(ctx, visit, { token, password: 'puolukka-torilla' })).toMatchObject({
    ok: true
  })
  expect(await doors.resetPassword(ctx, visit, { token, password: 'third-one-now' })).toMatchObject({
    refusal: 'link_spent'
  })
  expect(await whois(w, entered.cookie)).toBe('guest')
  expect(await doors.signIn(ctx, visit, ana)).toMatchObject({ refusal: 'wrong_password' })
  expect(await doors.signIn(ctx, visit, { ...ana, password: 'puolukka-torilla' })).toMatchObject({
    ok: true
  })
})

test('changing the password needs the present one, keeps this device and signs the others out', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  const here = (await anaIsIn(w)).cookie
  const { ctx, visit } = await at(w)
  const other = await doors.signIn(ctx, visit, ana)
  if (!other.ok) throw new Error(other.refusal)
  const change = (current: string) =>
    doors.changePassword(ctx, visit, headersOf(here), { current, password: 'karpalo-torilla' })
  expect(await change('wrong-one')).toMatchObject({ refusal: 'wrong_password' })
  const changed = await change(ana.password)
  if (!changed.ok) throw new Error(changed.refusal)
  expect(await whois(w, changed.value)).toBe('member')
  expect(await whois(w, other.value.cookie)).toBe('guest')
  expect(await whois(w, here)).toBe('guest')
})

test('signing out ends the session itself, not only the cookie', async () => {
  const w = await world()
  keepTime(w.clock)
  const { cookie } = await anaIsIn(w)
  const spent = await doors.signOut(w.ctx, await w.given.visit(), headersOf(cookie))
  expect(spent).toMatchObject({ value: '', maxAge: 0 })
  expect(await whois(w, cookie)).toBe('guest')
})

test('hostile tokens and fields are refused as any other wrong one', async () => {
  const w = await world()
  keepTime(w.clock)
  const { ctx, visit } = await at(w)
  for (const token of ['\u0000'.repeat(24), "' or 1=1 --", 'x'.repeat(100_000), '../../../../etc', {}, []]) {
    const reset = await doors.resetPassword(ctx, visit, { token, password: 'mansikka-torilla' })
    expect(reset).toMatchObject({ ok: false })
    const confirm = await doors.confirmSignUp(ctx, visit, { token, password: 'mansikka-torilla' })
    expect(confirm).toMatchObject({ ok: false })
  }
  const unsigned = `x.${Buffer.from(JSON.stringify({ email: 'ana@example.org' })).toString('base64url')}.y`
  expect(await doors.confirmSignUp(ctx, visit, { token: unsigned, password: 'a' })).toMatchObject({
    ok: false
  })
  for (const email of ['\u0000@example.org', 'a@b', `${'x'.repeat(300)}@example.org`, 7, null]) {
    expect(await doors.signIn(ctx, visit, { email, password: 'x' })).toMatchObject({ refusal: 'invalid' })
  }
})

test('a letter that will not be sent is not promised: the fifth to one mailbox says how long to wait', async () => {
  const w = await world()
  keepTime(w.clock)
  const ana = anaOf(w)
  const { ctx, visit } = await at(w)
  for (let i = 0; i < 3; i++) expect(await doors.signUp(ctx, visit, ana)).toMatchObject({ ok: true })
  expect(await doors.signIn(ctx, visit, ana)).toMatchObject({ refusal: 'confirm_first' })
  const wait = { refusal: 'too_many_tries', detail: { seconds: expect.any(Number) } }
  expect(await doors.signIn(ctx, visit, ana)).toMatchObject(wait)
  expect(await doors.signUp(ctx, visit, ana)).toMatchObject(wait)
})
