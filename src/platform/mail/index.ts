// Sending mail by SMTP. Without a mail server messages are kept in the shop's mailbox, and the studio says so.
import { createTransport } from 'nodemailer'

export type Letter = {
  from: string
  to: string
  subject: string
  text: string
  html: string
  messageId: string
}

/** Sends a letter, or answers 'kept' when no mail server is configured. Throws what the mail server said. */
export type Mailer = { send(letter: Letter): Promise<'sent' | 'kept'>; from: string; close(): void }

const TIMEOUT_MS = 20_000

export function openMailer({ smtpUrl, mailFrom }: { smtpUrl?: string; mailFrom?: string }): Mailer {
  const from = mailFrom ?? 'torilla@localhost'
  if (!smtpUrl) return { send: async () => 'kept', from, close: () => {} }
  const transport = createTransport(smtpUrl, {
    connectionTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS
  } as object)
  return {
    from,
    send: async (letter) => {
      await transport.sendMail(letter)
      return 'sent'
    },
    close: () => transport.close()
  }
}
