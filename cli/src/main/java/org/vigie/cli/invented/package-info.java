/** The adverts that models are trained on for which no labelled ones are public. */
@NullMarked
package org.vigie.cli.invented;

import org.jspecify.annotations.NullMarked;
