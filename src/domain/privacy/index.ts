// What the shop holds about a member is theirs to take along.
export { exportMember } from './export-member.ts'
