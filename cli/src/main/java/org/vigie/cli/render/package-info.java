/** Records as lines of text that are safe to show on a terminal. */
@NullMarked
package org.vigie.cli.render;

import org.jspecify.annotations.NullMarked;
