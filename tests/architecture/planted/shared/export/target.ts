export type Target = { readonly where: 'shared/export' };
