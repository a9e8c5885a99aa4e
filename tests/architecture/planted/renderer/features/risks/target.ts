export type Target = { readonly where: 'renderer/features/risks' };
