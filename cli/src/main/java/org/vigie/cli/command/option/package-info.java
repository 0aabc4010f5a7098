/**
 * Options and values that many commands share: the workspace, the mandate, the models, inputs and
 * topics, and where lines go.
 */
@NullMarked
package org.vigie.cli.command.option;

import org.jspecify.annotations.NullMarked;
