/** Signing in with an OpenID Connect provider. */
@NullMarked
package org.vigie.console.oidc;

import org.jspecify.annotations.NullMarked;
