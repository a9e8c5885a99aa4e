export type Target = { readonly where: 'shared/domain' };
