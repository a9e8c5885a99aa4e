export type Target = { readonly where: 'renderer/platform' };
