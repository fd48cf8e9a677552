// Telling people: every letter is a row with its fate, written with the state it speaks of and sent after the commit.
export { buttonLetter } from './button-letter.ts'
export { composeLetter, type LetterPart, type LetterText } from './compose-letter.ts'
export { deliverMail } from './deliver-mail.ts'
export { countUnsent, listMails, type MailView } from './queries.ts'
export { resendMail } from './resend-mail.ts'
export { canMail, sendLetter, type Letter } from './send-letter.ts'
