/** What scripts/guidePages.ts makes of a chapter when the window is built. */
declare module '*.md' {
  // An import statement would make this file a module, which cannot declare others by a pattern.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  export const page: import('./guidePage').GuidePage;
}
