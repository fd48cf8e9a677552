import { createServer, type AddressInfo, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { Context } from '#context'
import { openMailer } from '#platform/mail/index.ts'
import { world } from '#test/world.ts'
import { composeLetter, deliverMail, listMails, resendMail, sendLetter } from './index.ts'

const closers: (() => unknown)[] = []
afterEach(() => Promise.all(closers.splice(0).map((close) => close())))

type Received = { from: string; to: string[]; raw: string }

/** A real SMTP server on loopback, and a context whose letters go to it. */
async function withSmtp(ctx: Context, options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      let raw = ''
      stream.setEncoding('utf8').on('data', (part) => (raw += part))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map((rcpt) => rcpt.address), raw })
        done()
      })
    },
    ...options
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const mail = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'hello@shop.example' })
  closers.push(mail.close, () => new Promise((resolve) => server.close(() => resolve(null))))
  return { ctx: { ...ctx, mail }, received }
}

async function post(ctx: Context, shopId: number, to = 'ana@example.org'): Promise<string> {
  const text = composeLetter('nb', 'Kauppatori', {
    subject: 'Blåbær på torget',
    heading: 'Hei',
    parts: [{ kind: 'text', text: 'Velkommen' }],
    foot: 'Vi ses'
  })
  return ctx.db.transaction().execute((tx) => sendLetter(ctx, tx, { ...text, shopId, kind: 'test', to }))
}

test('a letter is written with a job beside it, travels over SMTP, and is sent once', async () => {
  const { ctx: base, shopId } = await world()
  const { ctx, received } = await withSmtp(base)
  const id = await post(ctx, shopId)
  const jobs = await ctx.db.selectFrom('outbox').selectAll().where('shop_id', '=', shopId).execute()
  expect(jobs).toMatchObject([{ topic: 'mail.send', payload: { mailId: id } }])
  await deliverMail(ctx, shopId, id)
  await deliverMail(ctx, shopId, id)
  expect(received).toHaveLength(1)
  expect(received[0]).toMatchObject({ from: 'hello@shop.example', to: ['ana@example.org'] })
  expect(received[0]!.raw).toContain(`Message-ID: <${id}@shop.example>`)
  expect(received[0]!.raw).toMatch(/From: "?Kauppatori"? <hello@shop\.example>/)
  expect(received[0]!.raw).toContain('multipart/alternative')
  expect(await listMails(ctx, shopId)).toMatchObject([
    { state: 'sent', problem: null, to: 'ana@example.org' }
  ])
})

test('an address the mail server refuses for good is marked failed with its words, and can be tried again', async () => {
  const { ctx: base, given, shopId } = await world()
  let full = true
  const { ctx, received } = await withSmtp(base, {
    onRcptTo: (_address, _session, done) =>
      done(full ? Object.assign(new Error('No such person here'), { responseCode: 550 }) : null)
  })
  const id = await post(ctx, shopId)
  await deliverMail(ctx, shopId, id)
  const [mail] = await listMails(ctx, shopId, { state: 'failed' })
  expect(mail?.problem).toContain('No such person here')
  full = false
  expect(await resendMail(ctx, await given.owner(), id)).toMatchObject({ ok: true })
  await deliverMail(ctx, shopId, id)
  expect(received).toHaveLength(1)
  expect(await resendMail(ctx, await given.owner(), id)).toMatchObject({ refusal: 'mail_not_failed' })
})

test('a passing trouble throws so that the queue tries again, and after eight tries the letter is given up', async () => {
  const { ctx: base, shopId } = await world()
  const { ctx } = await withSmtp(base, {
    onMailFrom: (_address, _session, done) =>
      done(Object.assign(new Error('Try later'), { responseCode: 451 }))
  })
  const id = await post(ctx, shopId)
  for (let i = 1; i < 8; i++) await expect(deliverMail(ctx, shopId, id)).rejects.toThrow('Try later')
  expect(await listMails(ctx, shopId)).toMatchObject([{ state: 'queued' }])
  await deliverMail(ctx, shopId, id)
  expect(await listMails(ctx, shopId)).toMatchObject([{ state: 'failed' }])
})

test('a mail server that takes the call and says nothing is left alone until the next try', async () => {
  const { ctx: base, shopId } = await world()
  const callers: Socket[] = []
  const silent = createServer((caller) => callers.push(caller))
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  closers.push(
    () => silent.close(),
    () => callers.map((caller) => caller.destroy())
  )
  const { port } = silent.address() as AddressInfo
  const ctx = { ...base, mail: openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, timeoutMs: 200 }) }
  const id = await post(ctx, shopId)
  await expect(deliverMail(ctx, shopId, id)).rejects.toThrow(/timeout|greeting/i)
  expect(await listMails(ctx, shopId)).toMatchObject([
    { state: 'queued', problem: expect.stringMatching(/timeout|greeting/i) }
  ])
})

test('without a mail server a letter is kept, and another shop never sees it', async () => {
  const { ctx: base, shopId } = await world()
  const other = await world()
  const ctx = { ...base, mail: openMailer({}) }
  const id = await post(ctx, shopId)
  await deliverMail(ctx, other.shopId, id)
  await deliverMail(ctx, shopId, id)
  expect(await listMails(ctx, shopId)).toMatchObject([{ state: 'kept' }])
  expect(await listMails(ctx, other.shopId)).toEqual([])
})
