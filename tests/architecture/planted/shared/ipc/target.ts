export type Target = { readonly where: 'shared/ipc' };
