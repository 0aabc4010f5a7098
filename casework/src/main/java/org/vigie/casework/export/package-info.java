/** Adverts as files for other tools. */
@NullMarked
package org.vigie.casework.export;

import org.jspecify.annotations.NullMarked;
