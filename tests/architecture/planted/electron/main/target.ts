export type Target = { readonly where: 'electron/main' };
