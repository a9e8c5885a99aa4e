export type Target = { readonly where: 'shared/document' };
