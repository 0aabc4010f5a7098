/**
 * What is kept, for how long, and who saw it: audit log, evidence and its keys, preservation,
 * retention, restriction, erasure.
 */
@NullMarked
package org.vigie.cli.command.custody;

import org.jspecify.annotations.NullMarked;
