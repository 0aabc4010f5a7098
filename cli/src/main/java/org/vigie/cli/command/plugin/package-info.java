/** Commands about plug-ins of others: which there are, and which may run. */
@NullMarked
package org.vigie.cli.command.plugin;

import org.jspecify.annotations.NullMarked;
