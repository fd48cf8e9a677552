/** What a test has started, undone last first. */
export const cleanUps: (() => unknown)[] = []

export async function cleanUp(): Promise<void> {
  for (const clean of cleanUps.splice(0).reverse()) await clean()
}
