/** The receiver that keeps how far audit logs of other machines have come. */
@NullMarked
package org.vigie.web.witness;

import org.jspecify.annotations.NullMarked;
