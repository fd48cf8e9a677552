import { startPicking } from './pick.ts'
import { startPressingOnce } from './press-once.ts'
import { report, startReporting } from './report.ts'

// What a script adds to a product's page: choices that change price, stock and picture at once.
document.documentElement.classList.add('scripted')
startPicking()
startPressingOnce()
startReporting()
const product = document.querySelector<HTMLElement>('[data-viewed]')?.dataset.viewed
if (product) report({ kind: 'product_view', product })
