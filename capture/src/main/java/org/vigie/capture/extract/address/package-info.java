/** How addresses are written. */
@NullMarked
package org.vigie.capture.extract.address;

import org.jspecify.annotations.NullMarked;
