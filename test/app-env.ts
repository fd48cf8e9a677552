// What `$app/env` says where there is no Kit: tests import pages only to see what they export.
export const browser = false
