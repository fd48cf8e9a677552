import { mount } from 'svelte'
import { show } from './toast-list.svelte.ts'
import Toasts from './Toasts.svelte'

// Loaded once, by say(): the live region is already in the root layout, so that what appears in it is read out.
const target = document.getElementById('toasts')
if (target) mount(Toasts, { target })

export { show }
