/** The commands, one class each, and the options they share. */
@NullMarked
package org.vigie.console.command;

import org.jspecify.annotations.NullMarked;
