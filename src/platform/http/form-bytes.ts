/** How much a page's form may send, in bytes: a phone's photos where no script sends them one by one to the API. */
export const FORM_BYTES = 16_000_000
