/** Encryption at rest of what is small and secret, with a key that lies elsewhere. */
@NullMarked
package org.vigie.files.seal;

import org.jspecify.annotations.NullMarked;
