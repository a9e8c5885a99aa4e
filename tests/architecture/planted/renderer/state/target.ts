export type Target = { readonly where: 'renderer/state' };
