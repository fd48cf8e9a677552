import { buttonLetter, type LetterText } from '#domain/notifications/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import * as m from '#messages'

type Where = { locale: Locale; shopName: string; url: string }

const PROBLEMS: Record<string, typeof m.backup_problem_failed> = {
  disk_full: m.backup_problem_disk_full,
  not_allowed_there: m.backup_problem_not_allowed,
  no_such_place: m.backup_problem_no_place,
  backup_changed: m.backup_problem_damaged,
  backup_not_whole: m.backup_problem_damaged
}

/** What went wrong with a backup, as far as an owner can mend it. */
export const problemText = (problem: string, locale: Locale): string =>
  (PROBLEMS[problem] ?? m.backup_problem_failed)({}, { locale })

export const failureLetter = (problem: string, where: Where): LetterText => {
  const { locale, shopName: shop } = where
  return buttonLetter(
    {
      subject: m.letter_backup_subject({ shop }, { locale }),
      heading: m.letter_backup_heading({}, { locale }),
      text: m.letter_backup_text({ problem: problemText(problem, locale) }, { locale }),
      button: m.letter_backup_button({}, { locale })
    },
    where
  )
}
