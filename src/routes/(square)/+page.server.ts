export const load = ({ locals }) => ({ name: locals.shop.name })
