/** Commands about seeds that adverts propose. */
@NullMarked
package org.vigie.cli.command.seeds;

import org.jspecify.annotations.NullMarked;
