/** What scripts/guidePages.ts makes of a chapter when the window is built. */
declare module '*.md' {
  export const page: import('./guidePage').GuidePage;
}
