/** How far a long step is, shown while it runs. */
@NullMarked
package org.vigie.cli.progress;

import org.jspecify.annotations.NullMarked;
