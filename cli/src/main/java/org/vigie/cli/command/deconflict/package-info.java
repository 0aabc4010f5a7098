/**
 * Commands about contacts that others know: asking another agency blindly who holds the same, and
 * reading partners' lists into the watchlist.
 */
@NullMarked
package org.vigie.cli.command.deconflict;

import org.jspecify.annotations.NullMarked;
