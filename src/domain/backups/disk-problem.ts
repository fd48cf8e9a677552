export type DiskProblem = 'disk_full' | 'not_allowed_there' | 'no_such_place'

const PROBLEMS: Record<string, DiskProblem> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EFBIG: 'disk_full',
  EACCES: 'not_allowed_there',
  EPERM: 'not_allowed_there',
  EROFS: 'not_allowed_there',
  ENOENT: 'no_such_place',
  ENOTDIR: 'no_such_place',
  EISDIR: 'no_such_place',
  EEXIST: 'no_such_place'
}

/** What an owner can mend about a disk, by the system's own codes; undefined for everything else. */
export function diskProblem(error: unknown): DiskProblem | undefined {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  return syscall ? PROBLEMS[code] : undefined
}
