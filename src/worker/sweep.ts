import type { Context } from '#context'

/** Something that is looked after again and again. Safe to run twice at once: its command locks what it takes. */
export type Sweep = {
  name: string
  everyMs: number
  /** Run also as soon as any shop has something new. */
  onPulse?: boolean
  run(ctx: Context): Promise<unknown>
}

/** Runs every sweep on its own timer, never two runs of one at a time. The answer stops them and waits for the last run. */
export function startSweeps(ctx: Context, sweeps: readonly Sweep[]): () => Promise<void> {
  const loops = sweeps.map((sweep) => startLoop(ctx, sweep))
  const deaf = ctx.pulse.listen(() => {
    for (const [i, sweep] of sweeps.entries()) if (sweep.onPulse) loops[i]?.nudge()
  })
  return async () => {
    deaf()
    await Promise.all(loops.map((loop) => loop.stop()))
  }
}

function startLoop(ctx: Context, sweep: Sweep) {
  let stopped = false
  let again = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    again = false
    try {
      await sweep.run(ctx)
    } catch (error) {
      ctx.log.error({ sweep: sweep.name, error }, 'sweep failed; it is tried again')
    }
    running = undefined
    if (!stopped) schedule(again ? 0 : sweep.everyMs)
  }
  function schedule(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => (running = run()), ms)
  }
  schedule(0)
  return {
    nudge() {
      if (running) again = true
      else if (!stopped) schedule(0)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    }
  }
}
