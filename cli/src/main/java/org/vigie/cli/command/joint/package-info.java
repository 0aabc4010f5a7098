/** Commands about cases that two agencies look into together, by letters that are files. */
@NullMarked
package org.vigie.cli.command.joint;

import org.jspecify.annotations.NullMarked;
