export type Target = { readonly where: 'shared/sync' };
