import { AsyncLocalStorage } from 'node:async_hooks'

/** A letter that better-auth asks for. The command that called it writes it, in the visitor's language. */
export type Asked = { kind: 'link' | 'confirm' | 'known' | 'reset'; email: string; token: string }

const tray = new AsyncLocalStorage<Asked[]>()

/** Called from better-auth's hooks. */
export const ask = (asked: Asked): void => void tray.getStore()?.push(asked)

/** Runs a call into better-auth and answers what it returned beside the letter it asked for, if any. */
export async function withTray<T>(work: () => Promise<T>): Promise<{ value: T; asked: Asked | undefined }> {
  const letters: Asked[] = []
  const value = await tray.run(letters, work)
  return { value, asked: letters.at(-1) }
}
