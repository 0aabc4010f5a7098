/** Who may do what until when: mandates, and the log of their use. */
@NullMarked
package org.vigie.casework.mandate;

import org.jspecify.annotations.NullMarked;
