/** Maps drawn from outlines that are part of the program. */
@NullMarked
package org.vigie.web.map;

import org.jspecify.annotations.NullMarked;
