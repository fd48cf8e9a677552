/** The languages we speak, each named in itself. */
export const languageNames = [
  { value: 'en', label: 'English' },
  { value: 'fi', label: 'Suomi' },
  { value: 'nb', label: 'Norsk bokmål' }
]
