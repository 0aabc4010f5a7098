/** Signing in with an OpenID Connect provider. */
@NullMarked
package org.vigie.casework.oidc;

import org.jspecify.annotations.NullMarked;
