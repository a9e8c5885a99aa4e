export type Target = { readonly where: 'tests' };
