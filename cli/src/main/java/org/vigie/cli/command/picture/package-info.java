/** Commands that read pictures. */
@NullMarked
package org.vigie.cli.command.picture;

import org.jspecify.annotations.NullMarked;
