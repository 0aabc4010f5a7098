/** Models, what they are trained on and how good they are; taxonomy, concepts and labels. */
@NullMarked
package org.vigie.cli.command.models;

import org.jspecify.annotations.NullMarked;
