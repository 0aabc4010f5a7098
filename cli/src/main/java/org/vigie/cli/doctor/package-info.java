/** What this machine needs to run Vigie, checked. */
@NullMarked
package org.vigie.cli.doctor;

import org.jspecify.annotations.NullMarked;
