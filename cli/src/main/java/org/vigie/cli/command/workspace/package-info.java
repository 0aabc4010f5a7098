/**
 * A workspace as a whole: made, tried with invented adverts, served, checked, backed up and
 * restored.
 */
@NullMarked
package org.vigie.cli.command.workspace;

import org.jspecify.annotations.NullMarked;
