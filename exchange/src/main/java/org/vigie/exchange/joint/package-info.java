/** What two agencies send each other about one case: signed, encrypted, with its mandate. */
@NullMarked
package org.vigie.exchange.joint;

import org.jspecify.annotations.NullMarked;
