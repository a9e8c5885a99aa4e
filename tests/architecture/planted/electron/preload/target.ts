export type Target = { readonly where: 'electron/preload' };
