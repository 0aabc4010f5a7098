/** Adverts as files for other tools. */
@NullMarked
package org.vigie.console.export;

import org.jspecify.annotations.NullMarked;
