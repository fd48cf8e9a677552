import * as m from '#messages'
import type { ImportState } from '#domain/imports/index.ts'

export const importStateName = (state: ImportState): string =>
  ({
    preview: m.imports_state_preview,
    queued: m.imports_state_queued,
    running: m.imports_state_running,
    done: m.imports_state_done,
    failed: m.imports_state_failed,
    cancelled: m.imports_state_cancelled
  })[state]()

export const importStateTone = (state: ImportState) =>
  (
    ({
      preview: 'yellow',
      queued: 'plain',
      running: 'blue',
      done: 'green',
      failed: 'red',
      cancelled: 'plain'
    }) as const
  )[state]

export const isOpen = (state: ImportState): boolean => state === 'queued' || state === 'running'
