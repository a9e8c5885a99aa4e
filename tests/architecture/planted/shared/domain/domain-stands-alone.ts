export { generateKeyBetween } from 'fractional-indexing';
