export type Target = { readonly where: 'renderer/ui' };
