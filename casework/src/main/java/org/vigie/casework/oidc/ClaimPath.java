package org.vigie.casework.oidc;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands in a token: under its whole name, as namespaced claims do, or else in
 * objects within objects whose names the dots part, such as {@code realm_access.roles} of Keycloak.
 *
 * @param path name, or names with dots between
 */
record ClaimPath(String path) {
  /**
   * Returns the value there, or null.
   *
   * @param claims name → value, or null where there is none
   */
  @Nullable Object in(Function<String, ? extends @Nullable Object> claims) {
    return find(claims, path);
  }

  /** A name may hold dots itself, as a client's does: the longest that is there counts. */
  private static @Nullable Object find(
      Function<String, ? extends @Nullable Object> claims, String path) {
    Object whole = claims.apply(path);
    if (whole != null) {
      return whole;
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (claims.apply(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        Object found = find(inner::get, path.substring(dot + 1));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
