/** The way of letters between two consoles: TLS on which each side shows who it is. */
@NullMarked
package org.vigie.casework.line;

import org.jspecify.annotations.NullMarked;
