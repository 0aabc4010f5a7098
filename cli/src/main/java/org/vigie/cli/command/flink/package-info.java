/**
 * {@code vigie cluster start}, {@code submit} and its siblings: the stream on a cluster of
 * machines, whose processes are Flink's.
 */
@NullMarked
package org.vigie.cli.command.flink;

import org.jspecify.annotations.NullMarked;
