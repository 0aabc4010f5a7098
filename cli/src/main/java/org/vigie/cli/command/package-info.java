/**
 * The command line: {@link RootCommand} lists the commands, which stand one class each in the
 * packages below, by what they are about; {@code option} holds what they share.
 */
@NullMarked
package org.vigie.cli.command;

import org.jspecify.annotations.NullMarked;
