/** The commands, one class each, and the options they share. */
@NullMarked
package org.vigie.cli.command;

import org.jspecify.annotations.NullMarked;
