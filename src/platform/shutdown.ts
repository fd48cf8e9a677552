/** Closes what was opened, last first; one failure does not keep the rest open. */
export class Closers {
  #closers: { name: string; close: () => unknown }[] = []

  add(name: string, close: () => unknown): void {
    this.#closers.push({ name, close })
  }

  async closeAll(onError: (name: string, error: unknown) => void): Promise<void> {
    for (const { name, close } of this.#closers.splice(0).reverse()) {
      try {
        await close()
      } catch (error) {
        onError(name, error)
      }
    }
  }
}
