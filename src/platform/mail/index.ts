// Sending mail by SMTP. Without a mail server letters are kept, and the studio says so.
import { createTransport } from 'nodemailer'

export type Letter = {
  from: { name: string; address: string }
  replyTo?: string | undefined
  to: string
  subject: string
  text: string
  html: string
  messageId: string
}

export type Mailer = {
  /** Whether a mail server is configured. */
  delivers: boolean
  /** Sends a letter, or answers 'kept' when no mail server is configured. Throws what the mail server said. */
  send(letter: Letter): Promise<'sent' | 'kept'>
  from: string
  close(): void
}

type Settings = { smtpUrl?: string; mailFrom?: string; timeoutMs?: number }

/** A mail server that says nothing for `timeoutMs` is given up for this time. */
export function openMailer({ smtpUrl, mailFrom, timeoutMs = 20_000 }: Settings): Mailer {
  const from = mailFrom ?? 'torilla@localhost'
  if (!smtpUrl) return { delivers: false, send: async () => 'kept', from, close: () => {} }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  return {
    delivers: true,
    from,
    send: async (letter) => {
      await transport.sendMail({ ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
      return 'sent'
    },
    close: () => transport.close()
  }
}
