import type { PermissionService } from '../../core/permissions/permission.ts';
import { methodKey } from './method-name.ts';

/** Which services have a method, by its key. Sent by the background, so that the list is in no content script. */
export type MethodCatalogue = ReadonlyMap<string, ReadonlySet<PermissionService>>;

export function toCatalogue(names: Readonly<Partial<Record<PermissionService, readonly string[]>>>): MethodCatalogue {
  const catalogue = new Map<string, Set<PermissionService>>();
  for (const [service, methods] of Object.entries(names) as [PermissionService, readonly string[]][]) {
    for (const method of methods) {
      const known = catalogue.get(methodKey(method));
      if (known) known.add(service);
      else catalogue.set(methodKey(method), new Set([service]));
    }
  }
  return catalogue;
}

/**
 * Whether a list of methods can be that of a service. While the page still loads, it names the new service above the
 * methods of the old one, and `List_GetAll` is in both.
 */
export function fitsService(
  catalogue: MethodCatalogue,
  service: PermissionService,
  methods: readonly string[],
): boolean {
  const known = methods.map((method) => catalogue.get(methodKey(method))).filter((services) => services !== undefined);
  const foreign = known.filter((services) => !services.has(service)).length;
  return foreign * 10 <= known.length;
}

/** The keys of the methods that a service is known to have. */
export function methodsOf(catalogue: MethodCatalogue, service: PermissionService): readonly string[] {
  return [...catalogue].filter(([, services]) => services.has(service)).map(([key]) => key);
}
