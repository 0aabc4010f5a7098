/** What this machine needs to run Vigie, checked. */
@NullMarked
package org.vigie.console.doctor;

import org.jspecify.annotations.NullMarked;
