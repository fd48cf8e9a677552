// One file that holds many: a plain tar, written as it comes, known whole by a digest that its reader works out again.
export { ArchiveBroken, readArchive, type ArchiveEntry } from './read-archive.ts'
export { openArchive, type Archive } from './write-archive.ts'
