/**
 * {@code vigie run} and what else has the stream work: imports, scoring anew, the step of an
 * erasure.
 */
@NullMarked
package org.vigie.cli.command.stream;

import org.jspecify.annotations.NullMarked;
