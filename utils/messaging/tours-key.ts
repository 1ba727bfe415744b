/** Where in the session's memory the background keeps the guides under way, by tab; the popup follows it. */
export const toursKey = 'guide:tours';
