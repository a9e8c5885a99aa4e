export type Target = { readonly where: 'electron/workers' };
