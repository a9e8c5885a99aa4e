export type Target = { readonly where: 'renderer/app' };
