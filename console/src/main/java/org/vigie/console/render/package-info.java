/** Records as lines of text that are safe to show on a terminal. */
@NullMarked
package org.vigie.console.render;

import org.jspecify.annotations.NullMarked;
