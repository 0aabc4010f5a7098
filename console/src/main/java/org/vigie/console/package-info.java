/** The command line. */
@NullMarked
package org.vigie.console;

import org.jspecify.annotations.NullMarked;
