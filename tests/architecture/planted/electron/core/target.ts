export type Target = { readonly where: 'electron/core' };
